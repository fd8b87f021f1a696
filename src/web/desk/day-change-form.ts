import { channels, type City, type Language } from '../../domain/city.ts'
import type { Minute } from '../../domain/calendar.ts'
import type { DayException } from '../../domain/capacity/day.ts'
import { wordsFor } from '../../language/words.ts'
import type { FieldError } from '../resident/party-form.ts'
import { textOf, type Form } from '../resident/requested.ts'
import { saidOf, type ChangeInForce } from './changes-in-force.ts'
import type { DeskPlace } from './place.ts'
import { typedTime } from './search.ts'

/** What can change on a day, as clerks think of it. */
export const changeKinds = ['desk-absent', 'desk-late', 'air', 'office-early', 'staff-desk'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What a form says of a change, as it was typed. */
export interface TypedChange {
  readonly kind: ChangeKind | ''
  readonly desk: string
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** The change, if the form says it wholly. */
export interface ReadChange {
  readonly typed: TypedChange
  readonly errors: readonly FieldError[]
  readonly exceptions: readonly DayException[]
  /** Number of the earlier change that is taken back instead. */
  readonly takeBack?: number
  /** That change had closed the office. */
  readonly reopens?: boolean
  /** In a sentence, for the page, the log and the list of people to reach. */
  readonly sentence: string
}

/** Reads which of the changes in force is taken back. */
export function readTakeBack(form: Form, inForce: readonly ChangeInForce[], place: DeskPlace, language: Language): ReadChange {
  const t = wordsFor(language)
  const typed = typedIn({}, place)
  const change = inForce.find(each => String(each.number) === textOf(form, 'take-back'))
  if (!change) return { typed, errors: [{ field: 'kind', text: t('desk.undo-gone') }], exceptions: [], sentence: '' }
  const sentence = t('desk.undo-said', { change: change.sentence })
  return { typed, errors: [], exceptions: [], takeBack: change.number, reopens: change.closesOffice, sentence }
}

/** Reads a change of a day. Minutes are rounded so that the stretch holds what was typed. */
export function readChange(form: Form, city: City, place: DeskPlace, language: Language): ReadChange {
  const t = wordsFor(language)
  const typed = typedIn(form, place)
  const { kind } = typed
  const desk = city.desks.find(({ id, officeId }) => id === typed.desk && officeId === place.office.id)
  const zone = city.zones.find(({ id, officeId }) => id === typed.zone && officeId === place.office.id)
  const from = kind === 'desk-late' ? 0 : down(typedTime(typed.from))
  const to = kind === 'office-early' ? 1440 : up(typedTime(typed.to))
  const needsDesk = kind !== '' && kind !== 'air' && kind !== 'office-early'
  const errors: FieldError[] = [
    ...(kind === '' ? [{ field: 'kind', text: t('desk.change-choose') }] : []),
    ...(needsDesk && !desk ? [{ field: 'desk', text: t('desk.change-which-desk') }] : []),
    ...(kind === 'air' && !zone ? [{ field: 'zone', text: t('desk.change-which-zone') }] : []),
    ...(from === undefined ? [{ field: 'from', text: t('desk.change-time') }] : []),
    ...(to === undefined ? [{ field: 'to', text: t('desk.change-time') }] : []),
    ...(from !== undefined && to !== undefined && from >= to ? [{ field: 'to', text: t('desk.change-order') }] : []),
  ]
  if (errors.length > 0 || kind === '' || from === undefined || to === undefined)
    return { typed, errors, exceptions: [], sentence: '' }
  const exception = exceptionOf(kind, desk?.id ?? '', zone?.id ?? '', { from, to })
  return { typed, errors, exceptions: [exception], sentence: saidOf(exception, city, language) }
}

function typedIn(form: Form, place: DeskPlace): TypedChange {
  const text = (name: string) => textOf(form, name).trim().slice(0, 100)
  return {
    kind: changeKinds.find(kind => kind === text('kind')) ?? '',
    desk: text('change-desk') || (place.desk?.id ?? ''),
    zone: text('zone'),
    from: text('from'),
    to: text('to'),
    reason: text('reason'),
  }
}

function exceptionOf(kind: ChangeKind, deskId: string, zoneId: string, span: { from: Minute; to: Minute }): DayException {
  if (kind === 'air') return { kind: 'zone-closed', zoneId, span }
  if (kind === 'office-early') return { kind: 'office-closed', span }
  if (kind === 'staff-desk') return { kind: 'desk-staffed', shift: { deskId, span, channels } }
  return { kind: 'desk-unstaffed', deskId, span }
}

function down(minute: number | undefined): number | undefined {
  return minute === undefined ? undefined : Math.floor(minute / 5) * 5
}

function up(minute: number | undefined): number | undefined {
  return minute === undefined ? undefined : Math.ceil(minute / 5) * 5
}
