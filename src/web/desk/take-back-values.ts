import type { City, Language } from '../../domain/city.ts'
import { formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor, type Words } from '../../language/words.ts'
import { momentOf } from '../../time.ts'
import type { SheetLine, SheetToTakeBack } from '../../use-cases/paper/take-back/sheet-line.ts'
import type { Conflict, TakenBack, Tick } from '../../use-cases/paper/take-back/take-back-sheet.ts'
import { textOf, type Form } from '../resident/requested.ts'
import type { DeskPlace } from './place.ts'
import { signOf, walkInLines, type ReadSheet } from './take-back-form.ts'

/** Everything that the page of a sheet is made of. */
export interface TakeBackGiven {
  readonly city: City
  readonly place: DeskPlace
  readonly sheet: SheetToTakeBack
  readonly language: Language
  readonly form: Form
  readonly read?: ReadSheet
  readonly done?: TakenBack
}

const ticks: readonly Tick[] = ['arrived', 'served', 'no-show']

/** The page of a sheet in words. */
export function takeBackValues({ city, place, sheet, language, form, read, done }: TakeBackGiven) {
  const t = wordsFor(language)
  const conflicts = new Map((done?.conflicts ?? []).map(conflict => [keyOf(conflict), conflict]))
  const marked = new Map((read?.ticks ?? []).map(({ bookingNumber, tick }) => [bookingNumber, signOf[tick]]))
  return {
    officeId: place.office.id,
    date: place.date,
    scope: place.scope,
    sheetChosen: textOf(form, 'sheet').slice(0, 7),
    sheets: sheet.issues.toReversed().map(({ number, at, mark }) => {
      const made = momentOf(at, place.office.timeZone)
      return {
        id: String(number),
        name: t('ticks.sheet-copy', { copy: number, time: formatTime(made.minute, language), mark }),
      }
    }),
    lines: sheet.lines.map(line => {
      const conflict = conflicts.get(line.bookingNumber)
      return {
        ...lineValues(city, line, t, language),
        marked: marked.get(line.bookingNumber) ?? '',
        conflict: conflict && conflictInWords(city, conflict, t, language),
        canOverrule: conflict !== undefined && conflict.kind !== 'served' && conflict.kind !== 'line',
        choices: ticks.map(tick => ({ sign: signOf[tick], name: t(`ticks.${tick}`) })),
      }
    }),
    walkIns: (read?.typed ?? blankWalkIns(sheet)).map((typed, place_) => ({ ...typed, place: place_ + 1 })),
    lineConflicts: [...conflicts.values()]
      .filter(({ kind }) => kind === 'line')
      .map(each => conflictInWords(city, each, t, language)),
    services: servicesHere(city, place).map(({ id, name }) => ({ id, name: name[language] })),
    desks: city.desks.filter(desk => desk.officeId === place.office.id).map(({ id, label }) => ({ id, name: label })),
    errors: read?.errors ?? [],
    told: toldOf(form, done, t),
  }
}

function lineValues(city: City, line: SheetLine, t: Words, language: Language) {
  const deskOf = (id: string | undefined) => city.desks.find(desk => desk.id === id)?.label ?? ''
  const known = [
    line.movedTo ? t('ticks.conflict-moved', { where: whereTo(city, line.movedTo, language) }) : t(`desk.status-${line.status}`),
    ...(line.servedAt !== undefined && line.servedAt !== line.deskId
      ? [t('desk.desk-named', { desk: deskOf(line.servedAt) })]
      : []),
    ...(line.nowAt !== undefined && line.status === 'booked'
      ? [t('ticks.moved-time', { time: formatTime(line.nowAt, language) })]
      : []),
    ...(line.taken ? [t('ticks.kept')] : []),
  ]
  const code = [line.referenceEnd, line.ticket].filter(Boolean).join(' · ')
  return {
    number: line.bookingNumber,
    time: formatTime(line.start, language),
    code,
    matter: city.services.find(({ id }) => id === line.serviceId)?.name[language] ?? '',
    desk: deskOf(line.deskId),
    persons: line.persons,
    known: known.join(', '),
    isSettled: ['served', 'no-show'].includes(line.status) || line.taken,
  }
}

function conflictInWords(city: City, conflict: Conflict, t: Words, language: Language): string {
  if (conflict.kind === 'line') {
    const [minute = '', service = '', persons = ''] = conflict.written.split(' ')
    const matter = city.services.find(({ id }) => id === service)?.name[language] ?? service
    const what = `${formatTime(Number(minute), language)}, ${matter}, ${t('count.persons', { count: Number(persons) })}`
    return t('ticks.conflict-line', { line: conflict.line, what })
  }
  if (conflict.kind === 'moved') return t('ticks.conflict-moved', { where: whereTo(city, conflict.to, language) })
  if (conflict.kind === 'served') return t('ticks.conflict-served')
  return t(`ticks.conflict-${conflict.kind}`, { status: t(`desk.status-${conflict.status}`) })
}

function whereTo(city: City, to: { officeId: string; date: string; start: number }, language: Language): string {
  const office = city.offices.find(({ id }) => id === to.officeId)?.name[language]
  return [office, formatMoment(to.date, to.start, language)].filter(Boolean).join(', ')
}

function keyOf(conflict: Conflict): number | string {
  return conflict.kind === 'line' ? `w${conflict.line}` : conflict.bookingNumber
}

/** Lines that nobody has filled, numbered on from those that were taken back. */
function blankWalkIns({ taken }: SheetToTakeBack) {
  const used = [...taken.keys()].flatMap(line => (/^w\d+$/.test(line) ? [Number(line.slice(1))] : []))
  const first = Math.max(0, ...used) + 1
  return Array.from({ length: walkInLines }, (_, index) => {
    return { line: String(first + index), time: '', service: '', desk: '', persons: '1', end: 's' }
  })
}

function servicesHere(city: City, place: DeskPlace) {
  const groups = new Set(city.deskGroups.filter(group => group.officeId === place.office.id).map(({ id }) => id))
  return city.services.filter(({ deskGroupIds }) => deskGroupIds.some(id => groups.has(id)))
}

function toldOf(form: Form, done: TakenBack | undefined, t: Words): { text: string; good: boolean } | undefined {
  if (done) return { text: t('ticks.conflicts', { count: done.conflicts.length }), good: false }
  if (textOf(form, 'said') !== 'saved') return undefined
  const count = (name: string) => Number(/^\d{1,4}$/.exec(textOf(form, name))?.[0] ?? 0)
  const counts = { arrived: count('arrived'), served: count('served'), missing: count('missing'), walkIns: count('walkIns') }
  const any = Object.values(counts).some(each => each > 0)
  return { text: any ? t('ticks.saved', counts) : t('ticks.unchanged'), good: true }
}
