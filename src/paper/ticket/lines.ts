import { formatDate, formatTime } from '../../language/dates.ts'
import { formatFloor } from '../../language/floors.ts'
import { wordsFor } from '../../language/words.ts'
import { deskSpans } from './desk-spans.ts'
import type { NoteSlip, SlipHead, TicketSlip } from './slip.ts'

/** A line of a slip, before it is broken to a paper's width. All three ways out print the same lines. */
export type SlipLine =
  | { readonly kind: 'text'; readonly text: string; readonly size: LineSize; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
  | { readonly kind: 'qr'; readonly content: string }

/** The number, a title, what is read. */
export type LineSize = 'number' | 'large' | 'normal'

/** What stands on a ticket, from top to bottom; every line is centred. */
export function ticketLines(slip: TicketSlip): SlipLine[] {
  const say = wordsFor(slip.language)
  const time = (minute: number) => formatTime(minute, slip.language)
  return [
    ...headLines(slip),
    text(slip.code, 'number', true),
    text(
      slip.bookedStart === undefined ? say('paper.not-booked') : say('paper.booked', { time: time(slip.bookedStart) }),
      'large',
    ),
    { kind: 'space' },
    text(slip.queue, 'large', true),
    text(formatFloor(slip.floor, slip.language), 'large'),
    ...(slip.desks.length === 0 ? [] : [text(desksOf(slip), 'large', true)]),
    { kind: 'rule' },
    ...(slip.comeInFrom === undefined ? [] : [text(say('paper.come-in-from', { time: time(slip.comeInFrom) }), 'large', true)]),
    text(slip.waitIn === 'outdoors' ? say('paper.wait-outdoors') : say('paper.wait-in', { zone: slip.waitIn.zone })),
    text(say('paper.wait-for-call')),
    ...(slip.peopleBefore === undefined ? [] : [text(say('paper.before', { count: slip.peopleBefore }), 'normal', true)]),
    ...slip.rules.map(rule => text(rule)),
    { kind: 'space' },
    { kind: 'qr', content: slip.followUrl },
    text(say('paper.follow')),
    ...footLines(slip),
  ]
}

/** What stands on a slip without a number. */
export function noteLines(slip: NoteSlip): SlipLine[] {
  return [
    ...headLines(slip),
    text(slip.title, 'large', true),
    { kind: 'space' },
    ...slip.sentences.map(sentence => text(sentence)),
    ...(slip.url === undefined ? [] : [{ kind: 'space' } as const, { kind: 'qr', content: slip.url } as const, text(slip.url)]),
    ...footLines(slip),
  ]
}

function headLines(slip: SlipHead): SlipLine[] {
  // A house's number does not stand alone on a line.
  const address = slip.address.replace(/ (\d+\w*)$/, '\u00a0$1')
  return [text(slip.organisation, 'normal', true), text(address), { kind: 'rule' }]
}

function footLines({ printedAt, language }: SlipHead): SlipLine[] {
  return [{ kind: 'space' }, text(`${formatDate(printedAt.date, language, 'long')}, ${formatTime(printedAt.minute, language)}`)]
}

function desksOf({ desks, language }: TicketSlip): string {
  return wordsFor(language)('paper.desks', { count: desks.length, desks: deskSpans(desks) })
}

function text(written: string, size: LineSize = 'normal', bold = false): SlipLine {
  return { kind: 'text', text: written, size, bold }
}
