interface People {
  firstLanguage: string
  /** How many of a hundred learners. */
  share: number
  given: readonly string[]
  family: readonly string[]
}

/** Names as the program's communities write them, put together by chance: nobody here exists. */
export const communities: readonly People[] = [
  {
    firstLanguage: 'Spanish',
    share: 52,
    given: [
      'Ana Lucía',
      'Beatriz',
      'Carlos',
      'Damián',
      'Elena',
      'Guadalupe',
      'Iván',
      'José Luis',
      'Julián',
      'María José',
      'Óscar',
      'Ramón',
      'Rosa Elena',
      'Sofía',
      'Wílmer',
      'Xiomara',
      'Yolanda',
    ],
    family: [
      'Ávila',
      'Castañeda',
      'de la Cruz',
      'García Hernández',
      'Ibáñez',
      'López',
      'Muñoz',
      'Núñez',
      'Peña Ortiz',
      'Quiñones',
      'Ramírez Soto',
      'Rivera',
      'Salazar',
      'Tejada',
      'Vásquez',
    ],
  },
  {
    firstLanguage: 'Vietnamese',
    share: 9,
    given: ['Thị Ánh', 'Minh Đức', 'Quang', 'Thu Hương', 'Văn Lâm'],
    family: ['Đặng', 'Lê', 'Nguyễn', 'Phạm', 'Trần'],
  },
  {
    firstLanguage: 'Haitian Creole',
    share: 8,
    given: ['Frantz', 'Jean-Robert', 'Marie-Ange', 'Widline'],
    family: ['Jean-Baptiste', 'Pierre-Louis', 'Saint-Fleur', 'Toussaint'],
  },
  {
    firstLanguage: 'Amharic',
    share: 7,
    given: ['Dawit', 'Hiwot', 'Selam', 'Yonas'],
    family: ['Alemu', 'Bekele', 'Mekonnen', 'Tesfaye'],
  },
  {
    firstLanguage: 'Ukrainian',
    share: 7,
    given: ['Dmytro', 'Oksana', 'Taras', 'Yuliia'],
    family: ['Bondar', 'Kovalenko', 'Melnyk', 'Shevchenko'],
  },
  {
    firstLanguage: 'French',
    share: 7,
    given: ['Désiré', 'Grâce', 'Mamadou', 'Aïssatou'],
    family: ['Diallo', 'Mbemba', 'N’Diaye', 'Traoré'],
  },
  {
    firstLanguage: 'Arabic',
    share: 6,
    given: ['Amal', 'Fátima', 'Khalid', 'Yousef'],
    family: ['Al-Hassan', 'Haddad', 'Mansour', 'Saleh'],
  },
  {
    firstLanguage: 'Burmese',
    share: 4,
    given: ['Hnin', 'Ko Ko', 'Thiri'],
    family: ['Aung', 'Mya', 'Win'],
  },
]
