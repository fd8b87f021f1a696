/** A call as it is spoken in Polish: `Numer D zero dwanaście, proszę do stanowiska siedemdziesiąt trzy`. */
export function spokenCall(code: string, deskLabel: string): string {
  return `Numer ${spokenCode(code)}, proszę do stanowiska ${spokenLabel(deskLabel)}`
}

/** The code of a ticket: its letter, its leading zeros one by one, then the number. */
export function spokenCode(code: string): string {
  return spokenLabel(code)
}

/** A whole number from 0 to 9999 in words, as it is counted. */
export function numberInWords(number: number): string {
  if (number < 20) return small[number] ?? ''
  const thousands = Math.floor(number / 1000)
  const parts = [
    thousands === 0 ? '' : thousandsInWords(thousands),
    hundreds[Math.floor((number % 1000) / 100)] ?? '',
    number % 100 < 20 ? '' : (tens[Math.floor((number % 100) / 10)] ?? ''),
    number % 100 < 20 ? smallOrNothing(number % 100) : smallOrNothing(number % 10),
  ]
  return parts.filter(part => part !== '').join(' ')
}

/** Letters one by one, figures as numbers: `12A` → `dwanaście A`, `D012` → `D zero dwanaście`. */
function spokenLabel(label: string): string {
  const parts = label.match(/\d+|\p{L}/gu) ?? []
  return parts.map(part => (/^\d/.test(part) ? spokenFigures(part) : part.toUpperCase())).join(' ')
}

function spokenFigures(figures: string): string {
  const [, zeros = '', rest = ''] = /^(0*)(\d*)$/.exec(figures) ?? []
  const counted =
    rest.length > 4 ? Array.from(rest, figure => small[Number(figure)] ?? '') : rest === '' ? [] : [numberInWords(Number(rest))]
  return [...Array.from(zeros, () => 'zero'), ...counted].join(' ')
}

function thousandsInWords(thousands: number): string {
  if (thousands === 1) return 'tysiąc'
  return `${small[thousands] ?? ''} ${thousands < 5 ? 'tysiące' : 'tysięcy'}`
}

function smallOrNothing(number: number): string {
  return number === 0 ? '' : (small[number] ?? '')
}

const small = [
  ...['zero', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć', 'dziesięć'],
  ...['jedenaście', 'dwanaście', 'trzynaście', 'czternaście', 'piętnaście', 'szesnaście', 'siedemnaście', 'osiemnaście'],
  'dziewiętnaście',
]
const tens = [
  ...['', '', 'dwadzieścia', 'trzydzieści', 'czterdzieści', 'pięćdziesiąt'],
  ...['sześćdziesiąt', 'siedemdziesiąt', 'osiemdziesiąt', 'dziewięćdziesiąt'],
]
const hundreds = [
  ...['', 'sto', 'dwieście', 'trzysta', 'czterysta', 'pięćset', 'sześćset', 'siedemset', 'osiemset', 'dziewięćset'],
]
