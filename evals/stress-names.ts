import { allLocales, type LocaleDefinition } from '@faker-js/faker'

/** People of one origin: what the rules never saw, from a registry kept for other ends. */
export interface Origin {
  readonly name: string
  readonly given: readonly string[]
  readonly family: readonly string[]
}

const latin = /^\p{Lu}[\p{Script=Latin}’'-]{2,}$/u

/** Of these the registry has other letters; they are written here as an office writes them. */
const transcribed: readonly Origin[] = [
  {
    name: 'arabic',
    given: words(
      'Abdelhadi Anwar Basel Bashar Duaa Eman Fadwa Ghassan Hadeel Haitham Hiba Imad Iyad Jumana Laith Lubna Maysoon Mazen Muhannad Nawal Nidal Omran Qusai Rasha Riad Rouba Safwan Shadi Suhair Tareq Wael Wisam Yazan Zeina Zuhair',
    ),
    family: words(
      'Abboud Al-Ahmad Al-Dabbagh Alkurdi Almohammad Alshami Assaf Barakat Darwish El-Baz El-Sayed Fayad Ghanem Hamwi Issa Jaber Kabbani Kanaan Mahfouz Masri Najjar Qasim Rifai Sabbagh Salloum Shaheen Taha Tlass Wahbe Zaitoun',
    ),
  },
  {
    name: 'vietnamese',
    given: words(
      'Ánh Bảo Chi Dung Hạnh Hằng Hòa Hùng Khôi Kiên Lệ Liên Mạnh Nga Ngân Nhật Oanh Phong Quyên Tâm Thắng Thảo Thúy Tiến Trâm Trung Tuyết Vân Xuân Yến',
    ),
    family: words(
      'Bùi Châu Cao Diệp Dương Đặng Đinh Đỗ Hồ Huỳnh Lâm Lương Mạc Nghiêm Nguyen Phan Phạm Quách Tạ Thái Trần Trịnh Trương Vương',
    ),
  },
  {
    name: 'ukrainian',
    given: words(
      'Alla Bohdan Chrystyna Daryna Hanna Inna Jewhen Kateryna Larysa Ljubow Mychajlo Mykyta Nadija Nasar Natalija Oleh Oleksij Olesja Ostap Roksolana Ruslana Serhij Sofija Switlana Tetjana Valerij Vadym Volodymyr Yaroslav Zoryana',
    ),
    family: words(
      'Antonenko Babytsch Chomenko Dowschenko Fedorenko Hontschar Iwaniuk Jurtschenko Karpenko Kostjuk Kusmenko Lewtschenko Mazurenko Moros Nasarenko Ostapchuk Pawlenko Rudenko Sawtschuk Semeniuk Stezenko Tarasiuk Vdovychenko Wassylenko Yurchenko Zadorozhna',
    ),
  },
]

const locales = {
  german: 'de',
  turkish: 'tr',
  polish: 'pl',
  italian: 'it',
  romanian: 'ro',
  croatian: 'hr',
  czech: 'cs_CZ',
  hungarian: 'hu',
  spanish: 'es',
  portuguese: 'pt_PT',
  french: 'fr',
  dutch: 'nl',
  nigerian: 'en_NG',
  danish: 'da',
} as const

/** Where the people of the stress set come from. German names are drawn more often than the others. */
export function readOrigins(): readonly Origin[] {
  const drawn = Object.entries(locales).map(([name, locale]) =>
    fromRegistry(name, allLocales[locale]),
  )
  return [...drawn, ...transcribed]
}

function fromRegistry(name: string, { person }: LocaleDefinition): Origin {
  const of = (entry: unknown) =>
    Object.values(Object(entry))
      .flat()
      .filter((one): one is string => latin.test(String(one)))
  return { name, given: of(person?.first_name), family: of(person?.last_name) }
}

function words(text: string): readonly string[] {
  return text.split(' ')
}
