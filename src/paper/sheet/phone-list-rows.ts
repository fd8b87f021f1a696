import { formatTime } from '../../language/dates.ts'
import type { Leaf } from '../pdf/leaf.ts'
import type { Row } from '../pdf/table.ts'
import type { PhoneRow } from '../values.ts'

/** The columns of the list of people to reach. */
export function columnsOf({ say }: Leaf) {
  return [
    { title: say('paper.col-time'), width: 38, bold: true },
    { title: say('paper.col-reference'), width: 78, bold: true },
    { title: say('paper.col-what'), share: 3 },
    { title: say('paper.col-proposal'), share: 2 },
    { title: say('paper.col-contact'), share: 3, bold: true },
    { title: say('paper.col-reached'), width: 50, align: 'centre' as const },
  ]
}

/** How one of the people to reach stands on the list: what changes for them, what is proposed, and their contacts. */
export function rowOf({ say, language }: Leaf): (row: PhoneRow) => Row {
  return row => ({
    cells: [
      ...[formatTime(row.start, language), row.reference],
      { text: row.matter, small: row.what },
      row.proposal ?? say('paper.no-proposal'),
      {
        text: [row.phone, row.email].filter(Boolean).join('\n') || say('paper.no-contact'),
        small: row.speaks === language ? '' : say(`language.${row.speaks}`),
      },
      { ticked: false },
    ],
  })
}
