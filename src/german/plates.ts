import { inGroup, type Stretch } from './identifiers.ts'
import { partPlates } from './part-plates.ts'

/** What is in the middle of a number plate's look and is none. */
const noPlate =
  /^(?:\p{L}{1,3}[- ](?:VO|RL|EN|AG|VG|GO|GB|SE)|DIN|ISO|EU|VO|TOP|BGBL|OVG|VGH|LG|AG|OLG|DS|KI|TÜV|ICE|RE|RB|IC|WLAN|SMS|PDF|BMW|VW|AMG|KTM|LF|HLF|DLK|RTW|KTW|NEF|MTW|ELW|TLF)(?![\p{L}])/u

/** @see Anlage 1 zu § 8 FZV: what a plate of each district begins with, those brought back as well */
const districts: ReadonlySet<string> = new Set(
  (
    'A AA AB ABG ABI AC AE AH AIB AIC AK ALF ALZ AM AN ANA ANG ANK AÖ AP APD ARN ART AS ASL ASZ AT AU AUR ' +
    'AW AZ AZE B BA BAD BAR BB BBG BBL BC BCH BD BE BED BEI BEL BER BF BGD BGL BH BI BID BIN BIR BIT BIW ' +
    'BK BKS BL BLB BLK BM BN BNA BO BÖ BOG BOH BOR BOT BRA BRB BRG BRI BRK BRL BRV BS BSB BSK BT BTF BÜD ' +
    'BUL BÜR BÜS BÜZ BW BYL BZ BZA C CA CAS CB CE CHA CLP CLZ CO COC COE CR CUX CW D DA DAH DAN DAU DB DBR ' +
    'DD DE DEG DEL DGF DH DI DIL DIN DIZ DKB DL DLG DM DN DO DON DS DT DU DUD DÜW DW DZ E EA EB EBE EBN ' +
    'EBS ECK ED EE EF EG EH EI EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU EUT EW F ' +
    'FB FD FDB FDS FEU FF FFB FG FH FI FKB FL FLÖ FN FO FOR FR FRG FRI FRW FS FT FTL FÜ FÜS FW FZ G GA GAN ' +
    'GAP GC GD GDB GE GEL GEM GEO GER GF GG GHA GHC GI GK GL GLA GM GMN GN GNT GÖ GOA GOH GP GR GRA GRH ' +
    'GRI GRM GRZ GS GT GTH GÜ GUB GUN GV GVM GW GZ H HA HAL HAM HAS HB HBN HBS HC HCH HD HDH HDL HE HEB ' +
    'HEF HEI HEL HER HET HF HG HGN HGW HH HHM HI HIG HIP HK HL HM HMÜ HN HO HOG HOH HOL HOM HOR HÖS HOT HP ' +
    'HR HRO HS HSK HST HU HÜN HV HVL HWI HX HY HZ IGB IK IL ILL IN IS IZ J JE JL JÜL K KA KAR KB KC KE KEH ' +
    'KEL KEM KF KG KH KI KIB KK KL KLE KLZ KM KN KO KÖN KÖT KÖZ KR KRU KS KT KU KÜN KUS KW KY KYF L LA LAN ' +
    'LAU LB LBS LBZ LC LD LDK LDS LEO LER LEV LF LG LH LI LIB LIF LIN LIP LL LM LN LÖ LÖB LOS LP LR LRO ' +
    'LSN LSZ LU LÜN LUP LWL M MA MAB MAI MAK MAL MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN MH ' +
    'MHL MI MIL MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS MSE MSH MSP MST MTK MTL MÜ MÜB MÜL MÜN MÜR MW ' +
    'MY MYK MZ MZG N NAB NAI NAU NB ND NDH NE NEA NEB NEC NEN NES NEW NF NH NI NK NL NM NMB NMS NÖ NOH NOL ' +
    'NOM NOR NP NR NT NU NVP NW NWM NY NZ OA OAL OB OBB OBG OC OCH OD OE OF OG OH OHA ÖHR OHV OHZ OK OL OP ' +
    'OPR OS OSL OTW OVI OVL OVP P PA PAF PAN PAR PB PCH PE PEG PER PF PI PIR PL PLÖ PM PN PR PRÜ PS PW PZ ' +
    'QFT QLB R RA RC RD RDG RE REG REH REI RG RH RI RID RIE RL RM RN RO ROD ROF ROH ROK ROL ROS ROT ROW ' +
    'RP RS RSL RT RU RÜD RÜG RV RW RZ S SAB SAD SAL SAN SAW SB SBG SBK SC SCZ SDH SDL SDT SE SEB SEE SEF ' +
    'SEL SFB SFT SG SGH SH SHA SHG SHK SHL SI SIG SIM SK SL SLE SLF SLK SLN SLS SLÜ SLZ SM SMÜ SN SO SOB ' +
    'SOG SOK SÖM SON SP SPB SPN SR SRB SRO ST STA STB STD STE STH STL STO SU SUL SÜW SW SWA SY SZ SZB TBB ' +
    'TDO TE TET TF TG TIR TO TÖL TP TR TS TT TÜ TUT UE UEM UER UFF UH UL UM UN USI V VAI VB VEC VER VG VIB ' +
    'VIE VIT VK VOH VS W WA WAF WAK WAN WAR WAT WB WBS WDA WE WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ ' +
    'WK WL WLG WM WMS WN WND WO WOB WOH WOL WOR WOS WR WRN WS WSF WST WSW WT WTL WTM WÜ WUG WÜM WUN WUR WW ' +
    'WZ WZL Z ZE ZEL ZI ZIG ZP ZR ZW ZZ'
  ).split(' '),
)

/** Districts that are words or offices as well: in capitals alone they are no plate's head. */
const words: ReadonlySet<string> = new Set(
  'AM AN DE DER DIN DU EIN EU ER ES IN IS KG LG NEU OB SG TOP UM UN VG WER WO DAN DI MO DO FR SA SO'.split(
    ' ',
  ),
)

const vehicle =
  'kennz(?:eichen|\\.)?|nummernschild|autonummer|kfz|pkw|auto|wagen|fahrzeug|halter|falschparker|bmw|audi|vw|golf|mercedes|opel|ford|passat|transporter|lieferwagen|sprinter|caddy|roller|motorrad|moped|anhänger|traktor|lkw|suv|porsche|tesla|skoda|toyota|fiat|kombi|parkt\\p{L}*|geparkt'

const hyphened =
  /(?<![\p{L}\d-])(?<it>[A-ZÄÖÜ]{1,3}[-·•∙‧][ ]?[A-Z]{1,2}[ -]?[1-9]\d{0,3}[EH]?)(?![\p{L}\d/])/dgu
const nearVehicle = new RegExp(
  String.raw`(?<!\p{L})(?:${vehicle})[^!?\n]{0,60}?(?<![\p{L}\d])(?<it>(?-i:[A-ZÄÖÜ]{1,3}|[a-zäöü]{1,3}(?=[-:]))[ :·.-]{1,2}\p{L}{1,2}[ -]?[1-9]\d{0,3}[EH]?)(?![\p{L}\d/])`,
  'dgiu',
)
// Small and without a hyphen only right behind the word for it.
const small =
  /(?:kennzeichen|kennz\.|nummernschild|pkw|kfz|autonummer)[ \t:]{1,3}(?:(?:ist|war|lautet|mit|hat|heißt)[ \t])?(?<it>\p{L}{1,3}[ \t:·._-]{1,3}\p{L}{1,2}[ \t._-]?[1-9]\d{0,3}[eh]?)(?![\p{L}\d])/dgiu
const spaced =
  /(?<![\p{L}\d-])(?<it>(?<district>[A-ZÄÖÜ]{1,3})[ ][A-Z]{1,2}[ -]?[1-9]\d{1,3}[EH]?)(?![\p{L}\d/.]|,\d|[ ]\d)/dgu
/** "hsk ab 123" where a vehicle is spoken of: told by its district. */
const smallSpaced = new RegExp(
  String.raw`(?<!\p{L})(?:${vehicle})[^!?\n]{0,60}?(?<![\p{L}\d])(?<it>(?<district>[a-zäöü]{1,3})[ ][a-z]{1,2}[ ]?[1-9]\d{1,3}[eh]?)(?![\p{L}\d/]|[.,]\d|[ ]?(?:uhr|euro|€|%|leute|mal))`,
  'dgiu',
)

/** Number plates: with a hyphen anywhere, without one by their district, in other ways only where a vehicle is spoken of. */
export function plates(text: string): readonly Stretch[] {
  return [
    ...[...inGroup(text, hyphened), ...inGroup(text, nearVehicle)].filter(
      ({ start, end }) => !noPlate.test(text.slice(start, end)),
    ),
    ...inGroup(text, small),
    ...partPlates(text),
    ...glued(text),
    ...[spaced, smallSpaced].flatMap((pattern) => ofDistrict(text, pattern)),
  ]
}

function ofDistrict(text: string, pattern: RegExp): readonly Stretch[] {
  return inGroup(text, pattern).filter(({ start, end }) => {
    const plate = text.slice(start, end).toUpperCase()
    const district = plate.split(' ')[0] ?? ''
    return districts.has(district) && !words.has(district) && !noPlate.test(plate)
  })
}

/** "HSKAB123" beside a vehicle: told by its district. */
const joined = new RegExp(
  String.raw`(?<!\p{L})(?:${vehicle})s?(?!\p{L})[^!?\n]{0,40}?(?<![\p{L}\d.-])(?<it>(?-i:[A-ZÄÖÜ]{3,5})[1-9]\d{0,3}[EH]?)(?![\p{L}\d./-])`,
  'dgiu',
)

function glued(text: string): readonly Stretch[] {
  return inGroup(text, joined).filter(({ start, end }) => {
    const letters = text.slice(start, end).replace(/[^A-ZÄÖÜ]+[EH]?$/, '')
    const isHead = [1, 2].some((count) => districts.has(letters.slice(0, -count)))
    return isHead && !noPlate.test(letters)
  })
}
