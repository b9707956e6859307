/**
 * Given names that are one name: familiar forms, and the forms of it in the languages of these programs, where
 * neither sound nor spelling shows it. Folded, one name a line. Add a line when a program meets another.
 */
const givenNames = `
  francisco paco pancho chico frank
  jose pepe chepe joe joseph
  ignacio nacho
  jesus chuy
  antonio tono toni tony anthony
  manuel manny manolo manoel
  roberto beto robert bob
  alberto beto
  eduardo lalo edward eddie
  enrique quique kike henry
  guillermo memo william bill
  gustavo tavo
  salvador chava
  ramon moncho
  rafael rafa
  alejandro alex
  alejandra ale alex
  guadalupe lupe lupita
  leticia lety leti
  veronica vero
  patricia paty pati
  margarita mago margaret
  teresa tere terezinha teresinha
  francisca paca
  josefina fina pepa
  isabel chabela chabe isabela
  gabriela gaby gabi
  mercedes meche
  dolores lola
  beatriz bety beti
  rosario chayo
  consuelo chelo
  concepcion concha conchita
  aparecida cida
  fernanda nanda
  leonardo leo
  juan john johnny
  miguel michael mike
  carlos charles charlie
  pedro peter petro pyotr pierre
  jorge george
  pablo paul pavel pavlo
  luis louis luiz
  santiago diego jaime
  esteban steven stephen
  maria mary marie mariia
  ana anna hanna anne
  elena olena helen lena helena
  catalina kateryna ekaterina katerina katya catherine
  oleksandr alexander aleksandr sasha alex alejandro
  oleksandra alexandra aleksandra sasha
  oleksii alexey aleksei lyosha
  volodymyr vladimir vova volodya
  dmytro dmitry dmitri dima
  serhii sergey sergei seryozha sergio serge
  mykola nikolai nikolay kolya nicolas
  mykhailo mikhail misha michael
  yevhen evgeny ievgen yevgeny zhenya eugene
  yevheniia evgenia zhenya
  nataliia natalia natalya natasha natacha
  tetiana tatiana tatyana tanya
  iryna irina ira
  svitlana svetlana sveta
  liudmyla lyudmila ludmila luda
  anastasiia anastasia nastya
  viktoriia victoria vika
  olha olga olya
  yulia iuliia julia yuliya
  nadiia nadezhda nadia nadya
  mariia masha
  oleh oleg
  ihor igor
  halyna galina galya
  mohammed mohamed muhammad mohammad mohamad mohamud maxamed mo
  abdullah abdallah abdullahi cabdulaahi
  yousef joseph
  ibrahim abraham
  dawit david daud dawood
  suleiman solomon selomon
  yohannes john
  mikael michael
  samuel sam sami
  javier xavier
  jamal gamal
  jafar jaafar gaafar
  hassan hasan xasan
  hussein husein husain hussain xuseen
  ahmed ahmad axmed
  ali aly cali
  omar umar cumar
  osman othman uthman cismaan
  aden adan aadan
  abdi cabdi
  elmi cilmi
  farah faarax
  jama jaamac
  ismail esmail ismaaciil
  asha aisha aicha ayesha caasha
  fatima fatma fatuma fadumo faduma
  halima halimo xalimo
  hawa hawo
  khadra khadro
  zahra sahra
  maryam mariam maryan meryem miriam
  zaynab zeynab zainab zeinab
`

/** Family names that one written sign has in the ways of writing Chinese. */
const familyNames = `
  wang wong
  huang wong hwang
  zhang chang cheung
  chen chan tan
  liu lau
  li lee
  lin lam lim
  wu ng
  hu wu
  yang yeung
  liang leung
  zhao chao chiu
  zhou chou chow
  zheng cheng
  xu hsu tsui hui
  xie hsieh tse
  guo kuo kwok
  he ho
  luo lo law
  gao kao ko
  sun suen
  cao tsao cho
  zeng tseng tsang
  zhu chu
  feng fung
  deng teng tang
  peng pang
  situ szeto
`

function linesOf(text: string): Map<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>()
  for (const [line, names] of text.trim().split('\n').entries()) {
    for (const name of names.trim().split(' ')) lines.set(name, (lines.get(name) ?? new Set()).add(line))
  }
  return lines
}

const givenLines = linesOf(givenNames)
const familyLines = linesOf(familyNames)

function shareLine(lines: ReadonlyMap<string, ReadonlySet<number>>, first: string, second: string): boolean {
  const [one, other] = [lines.get(first), lines.get(second)]
  if (one === undefined || other === undefined) return false
  for (const line of one) if (other.has(line)) return true
  return false
}

/** True for two folded given names that are known to be one name: José and Pepe, Olena and Elena. */
export const areOneGivenName = (first: string, second: string) => shareLine(givenLines, first, second)

/** True for two folded family names that are known to be one name: Zhang and Cheung. */
export const areOneFamilyName = (first: string, second: string) => shareLine(familyLines, first, second)
