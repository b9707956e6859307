/** A roster of invented people: names repeat, some birth dates and phones meet, as in a real college. */
export function bigRoster(count: number): string {
  const families =
    'García,Nguyễn,Hernández,Pérez,Núñez,Diallo,Kovalenko,Haddad,Tesfaye,Jean-Baptiste,Wang,Quiñones'
  const givens =
    'María José,Thị Ánh,José Luis,Oksana,Mamadou,Dawit,Widline,Meilin,Rosa Elena,Amal,Khalid,Xiomara'
  const family = families.split(',')
  const given = givens.split(',')
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const two = (number: number) => String(number).padStart(2, '0')
  const lines = [
    'Student ID,Last Name,First Name,Birth Date,Phone,Home Language,Highest Schooling,HS Equivalency,Section,Career Interest',
  ]
  for (let index = 0; index < count; index += 1) {
    const born = `${two(1 + next(12))}/${two(1 + next(28))}/${1955 + next(52)}`
    const phone = `704-${200 + next(700)}-${String(next(10_000)).padStart(4, '0')}`
    const name = `${family[next(12)]} ${family[next(12)]},${given[next(12)]}`
    const rest = ['Spanish', 'some secondary', 'none', `ESL-${next(60)}`, 'Nurse Assistant']
    lines.push([2_000_000 + index, name, born, phone, ...rest].join(','))
  }
  return lines.join('\r\n')
}
