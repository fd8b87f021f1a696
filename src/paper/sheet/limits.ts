import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import type { Cell } from '../pdf/cell.ts'
import { drawTable } from '../pdf/table.ts'
import type { Leaf } from '../pdf/leaf.ts'
import type { RoomLimit } from '../values.ts'
import { limitInWords } from './limit-words.ts'

/** Draws how many persons may be in each room, hour by hour, and by which rule. */
export function drawLimits(leaf: Leaf, limits: readonly RoomLimit[], size = 8.5): void {
  if (limits.length === 0) return
  const { say, language } = leaf
  const columns = [
    { title: say('paper.limit-room'), share: 3 },
    { title: say('paper.limit-persons'), share: 3, bold: true },
    { title: say('paper.limit-why'), share: 5 },
  ]
  const rows = limits.map(limit => ({ cells: [limit.room, limitCell(limit, language), reasonOf(limit, language)] }))
  drawTable(leaf, columns, rows, { size, rowHeight: size * 1.8 })
  leaf.y += 10
}

/** Draws the limits alone, two rooms a line: for whoever counts heads and has no time to read why. */
export function drawRoomLimits(leaf: Leaf, limits: readonly RoomLimit[]): void {
  if (limits.length === 0) return
  const { say, language } = leaf
  const room = { title: say('paper.limit-room'), share: 3 }
  const persons = { title: say('paper.limit-persons'), share: 2, bold: true }
  const half = Math.ceil(limits.length / 2)
  const cellsOf = (limit: RoomLimit | undefined): Cell[] => (limit ? [limit.room, limitCell(limit, language)] : ['', ''])
  const rows = limits.slice(0, half).map((limit, index) => ({ cells: [...cellsOf(limit), ...cellsOf(limits[half + index])] }))
  drawTable(leaf, [room, persons, room, persons], rows, { size: 11, rowHeight: 19 })
  leaf.y += 8
}

function limitCell(limit: RoomLimit, language: Language): Cell {
  const text = limitInWords(limit, language)
  if (limit.fireCapacity === undefined) return text
  return { text, small: wordsFor(language)('paper.limit-fire', { persons: limit.fireCapacity }) }
}

function reasonOf({ rule, legalBasis, own }: RoomLimit, language: Language): string {
  return [rule, legalBasis, own ? wordsFor(language)('pack.own-limit') : undefined].filter(Boolean).join(' ')
}
