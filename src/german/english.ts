/**
 * The words of this field that people ask for in English, and what German sources call them. Phrases
 * come first; endings are forgiven.
 */
const pairs = `
data breach=Datenpanne; privacy breach=Datenpanne; personal data=personenbezogene Daten; data protection officer=Datenschutzbeauftragte; data protection authority=Datenschutzaufsicht Aufsicht; supervisory authority=Aufsicht Aufsichtsbehörde; data protection=Datenschutz; data leak=Datenleck Datenpanne; criminal complaint=Strafantrag Anzeige; criminal charges=Anzeige Strafantrag; police report=Anzeige; press charges=Anzeige; house rules=Netiquette Hausregel; community guidelines=Netiquette; first statement=erstes Statement; holding statement=erstes Statement; press release=Pressemitteilung; press office=Pressestelle; town hall=Rathaus; city hall=Rathaus; town council=Rat; city council=Rat Stadtrat; local council=Gemeinde Rat; local authority=Kommune Behörde; public authority=Behörde; public body=Behörde öffentliche Stelle; legal office=Rechtsamt; legal department=Rechtsamt; hate speech=Hassrede Hasskommentare; hate comment=Hasskommentar; death threat=Morddrohung Drohung; fake account=Fake-Konto Fake-Profil; fake profile=Fake-Profil Fake-Konto; fake video=Deepfake gefälschtes Video Fälschung; fake news=Falschmeldung; social media=soziale Medien; facebook page=Facebook-Seite Fanpage; fan page=Fanpage; joint controller=gemeinsam Verantwortliche; legal basis=Rechtsgrundlage; consent form=Einwilligung; alt text=Alt-Text; sign language=Gebärdensprache; easy language=Leichte Sprache; artificial intelligence=künstliche Intelligenz KI; ai generated=KI generiert; ai act=KI-Verordnung; code of conduct=Netiquette; opening hours=Öffnungszeiten; on call=Bereitschaft; content calendar=Redaktionsplan; editorial plan=Redaktionsplan; severe weather=Unwetter; heavy rain=Starkregen; road closure=Sperrung Straßensperrung; refugee shelter=Unterkunft; town festival=Stadtfest; public meeting=Bürgerversammlung; staff council=Personalrat; works council=Personalrat; trusted flagger=Trusted Flagger; podcast host=Podcast Hoster; contact list=Telefonliste Liste;
report=melden Meldung; reporting=Meldung; notify=melden benachrichtigen; notification=Meldung; breach=Panne Verletzung; leak=Datenleck; deadline=Frist; time limit=Frist; hour=Stunden; day=Tage; week=Woche; month=Monate; weekend=Wochenende; holiday=Feiertag; night=nachts Nacht; block=sperren blockieren Sperre; ban=sperren Sperre; user=Nutzer; follower=Follower; delete=löschen; remove=entfernen löschen; hide=verbergen ausblenden; comment=Kommentar Kommentare; reply=antworten Antwort; respond=antworten reagieren; answer=Antwort antworten; insult=Beleidigung; threat=Drohung; threaten=drohen Drohung; hate=Hass; criticism=Kritik; critic=Kritik; complain=Beschwerde; complaint=Beschwerde; complainant=Betroffene; evidence=Beweise sichern; screenshot=Screenshot; proof=Beweis; police=Polizei; prosecutor=Staatsanwaltschaft; court=Gericht; ruling=Urteil; judgment=Urteil; judgement=Urteil; law=Gesetz Recht; legal=rechtlich; illegal=strafbar; crime=Straftat; statute=Gesetz; fine=Bußgeld Geldbuße; penalty=Strafe; photo=Foto Fotos; picture=Bild Foto; image=Bild Bilder; video=Video; child=Kinder; children=Kinder; parent=Eltern; consent=Einwilligung; permission=Erlaubnis Einwilligung; publish=veröffentlichen; post=Post Beitrag; share=teilen; label=kennzeichnen Kennzeichnung; watermark=Wasserzeichen; mark=kennzeichnen; chatbot=Chatbot Bot; ai=KI; tool=Werkzeug; deepfake=Deepfake; fake=Fälschung gefälscht; rumour=Gerücht; rumor=Gerücht; mayor=Bürgermeister Bürgermeisterin; councillor=Ratsmitglied Stadtrat; municipality=Gemeinde Kommune; city=Stadt; town=Stadt; village=Gemeinde; citizen=Bürger; resident=Einwohner Bürger; employee=Beschäftigte Mitarbeiter; staff=Beschäftigte Team; colleague=Kollegin; team=Team; apology=Entschuldigung; apologise=entschuldigen Entschuldigung; apologize=entschuldigen Entschuldigung; mistake=Fehler; error=Fehler; crisis=Krise; outrage=Shitstorm; shitstorm=Shitstorm; scale=Skala; level=Stufe; traffic light=Ampel; checklist=Checkliste; plan=Plan; schedule=Plan geplant; scheduled=geplant; approve=freigeben Freigabe; approval=Freigabe; sign off=Freigabe; responsible=zuständig verantwortlich; role=Rolle; channel=Kanal; account=Konto Account; page=Seite; newsletter=Newsletter; website=Website; messenger=Messenger; group=Gruppe; whatsapp=WhatsApp; tiktok=TikTok; mastodon=Mastodon; accessibility=Barrierefreiheit barrierefrei; accessible=barrierefrei; subtitle=Untertitel; caption=Untertitel; transcript=Transkript; archive=Archiv archivieren; record=aufnehmen Protokoll; keep=aufbewahren; store=speichern aufbewahren; retention=Aufbewahrung; storage=speichern; podcast=Podcast; episode=Folge; guest=Gast Gäste; recording=Aufnahme; music=Musik; club=Verein; association=Verein; volunteer=Ehrenamt Freiwillige; fire brigade=Feuerwehr; firefighter=Feuerwehr; emergency=Notfall; warning=Warnung warnen; warn=warnen Warnung; flood=Hochwasser; storm=Unwetter Sturm; rain=Starkregen; fire=Brand; school=Schule; construction=Baustelle; election=Wahl; party=Partei; neutral=neutral Neutralität; neutrality=Neutralität; journalist=Journalist Presse; newspaper=Zeitung; press=Presse; media=Medien; interview=Interview; statement=Statement; wording=Formulierung; template=Vorlage Textbaustein; budget=Haushalt Kosten; cost=kosten Kosten; training=Schulung; bot=Bot; privacy=Datenschutz; gdpr=DSGVO; legitimate=berechtigt; victim=Betroffene; affected=Betroffene betroffen; support=Unterstützung Hilfe; counselling=Beratung; protect=schützen Schutz; security=Sicherheit; password=Passwort; hack=Hackerangriff; hacked=gehackt; cyberattack=Hackerangriff; ransomware=Hackerangriff; mailing list=Verteiler; recipient=Empfänger; email=E-Mail; form=Formular; online=online; anonymous=anonym; name=Namen; address=Adresse; offensive=beleidigend; racist=rassistisch; swastika=Hakenkreuz; defamation=Verleumdung; lie=Lüge; false=falsch; wrong=falsch; correct=richtigstellen; correction=Richtigstellung; evaluate=auswerten Auswertung; debrief=Auswertung; lesson=lernen; monitoring=Beobachtung; early warning=Frühwarnung; reach=Reichweite; success=Erfolg; start=anfangen; mandatory=Pflicht; obligation=Pflicht; required=Pflicht nötig; allowed=erlaubt dürfen; forbidden=verboten; prohibited=verboten; free speech=Meinungsfreiheit; freedom=Freiheit; cookie=Cookies; impressum=Impressum; imprint=Impressum; photographer=Fotograf; festival=Fest; event=Veranstaltung; private=privat; personal=persönlich; official=amtlich dienstlich; phone=Telefon; contract=Vertrag; processor=Auftragsverarbeitung; minor=Minderjährige; age=Alter
`

const german = new Map(
  pairs
    .split(';')
    .map((pair) => pair.trim().split('='))
    .map(([english = '', words = '']): [string, string] => [english, words]),
)

/** Phrases are no longer than this. */
const longest = 3

/**
 * An English question in the words German sources use: what is known is said in German, the rest stays
 * as it is. For a search; nobody reads it.
 */
export function inGerman(text: string): string {
  const words = text.split(/\s+/).filter(Boolean)
  const said: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at)
    said.push(found?.german ?? words[at] ?? '')
    at += found?.length ?? 1
  }
  return said.join(' ')
}

function phraseAt(words: readonly string[], at: number) {
  for (let length = longest; length > 0; length -= 1) {
    const phrase = words.slice(at, at + length)
    const bare = phrase.map((word) => word.toLowerCase().replace(/['’]s$|[^\p{L}\p{N}-]/gu, ''))
    const known = bare.length === length ? lookUp(bare.join(' ')) : undefined
    if (known !== undefined) return { german: known, length }
  }
  return undefined
}

function lookUp(phrase: string): string | undefined {
  const endings = ['', 's', 'es', 'd', 'ed', 'ing', 'ting', 'ning', 'ies']
  for (const ending of endings) {
    if (!phrase.endsWith(ending)) continue
    const stem = phrase.slice(0, phrase.length - ending.length)
    const found = german.get(stem) ?? german.get(`${stem}e`) ?? german.get(`${stem}y`)
    if (found !== undefined) return found
  }
  return undefined
}
