import { Router, type Response } from 'express'
import { intersection } from '../../domain/capacity/spans.ts'
import type { City, Language } from '../../domain/city.ts'
import { may } from '../../domain/staff/roles.ts'
import { wordsFor } from '../../language/words.ts'
import type { Decisions, Proposal } from '../../use-cases/desk/change-day/proposal.ts'
import { propose } from '../../use-cases/desk/change-day/propose.ts'
import { publish, type Reached } from '../../use-cases/desk/change-day/publish.ts'
import { NotFound } from '../../use-cases/errors.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { NotAllowed } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import type { FieldError } from '../resident/party-form.ts'
import { formOf, textOf, type Form } from '../resident/requested.ts'
import { showStaff } from '../staff/frame.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { actingPlace, mayInOffice, note } from './acting.ts'
import { placeAsked } from './day.ts'
import { askedChange, takeableChanges } from './day-change-asked.ts'
import type { ReadChange } from './day-change-form.ts'
import { changeValues } from './day-change-values.ts'
import { decisionsIn, lacksReason, lookedAt, undecided, withAll } from './decisions.ts'
import { visitsNamed } from './displaced-values.ts'
import { sealList } from './phone-list.ts'
import { placeQuery, type DeskPlace } from './place.ts'
import { refusalMessage } from './refused.ts'
import type { Message } from './told.ts'
import { officeOf } from './walk-ins.ts'

/** A change of the day: what it would do is shown before anything is saved. */
export function dayChangeRoutes(web: Web): Router {
  const router = Router()

  router.get('/desk/day-change', requireStaff(web, 'change-day', { officeOf }), async (req, res) => {
    const place = await placeAsked(web, req, res, req.query)
    const read = await askedChange(web, res, place, req.query)
    const isAsked = ['kind', 'from', 'take-back'].some(name => textOf(req.query, name) !== '')
    if (!isAsked || read.errors.length > 0) return show(web, res, place, read, { status: isAsked ? 422 : 200, form: req.query })
    const proposal = await propose(web.house, dayOf(place), read.exceptions, { takeBack: read.takeBack })
    if (isInVain(read, proposal)) return showInVain(web, res, place, read, req.query)
    await show(web, res, place, read, { status: 200, form: req.query, proposal })
  })

  router.post('/desk/day-change', mayInOffice(web, 'change-day'), async (req, res) => {
    const place = await actingPlace(web, req, res)
    const city = await cityNow(web.house)
    const form = formOf(req)
    const read = await askedChange(web, res, place, form)
    if (read.errors.length > 0) return show(web, res, place, read, { status: 422, form })
    if (textOf(form, 'all') !== '' || textOf(form, 'look') !== '') return lookAgain(web, res, place, read, form)
    await save(web, res, place, read, form).catch(async (error: unknown) => {
      if (error instanceof NotFound && read.takeBack !== undefined) return showGone(web, res, place, form)
      const message = error instanceof NotFound ? undefined : refusalMessage(city, error, place, languageOf(res))
      if (!message) throw error
      const proposal = await propose(web.house, dayOf(place), read.exceptions, lookingIn(form, city, place, read))
      await show(web, res, place, read, { status: 409, form, proposal, message })
    })
  })

  return router
}

async function save(web: Web, res: Response, place: DeskPlace, read: ReadChange, form: Form): Promise<void> {
  const t = wordsFor(languageOf(res))
  const city = await cityNow(web.house)
  const looking = lookingIn(form, city, place, read)
  const { decisions } = looking
  if (isStaffing(read) && isInVain(read, await propose(web.house, dayOf(place), read.exceptions)))
    return showInVain(web, res, place, read, form)
  for (const decision of decisions.values()) {
    if (
      decision.kind === 'move' &&
      !may(staffOf(res).roles, 'book-for-resident', decision.to.officeId) &&
      !isProposed(form, decision.to)
    )
      throw new NotAllowed()
  }
  if (lacksReason(decisions)) {
    const proposal = await propose(web.house, dayOf(place), read.exceptions, looking)
    const errors = [{ field: 'keep-reason', text: t('desk.change-keep-why') }]
    return show(web, res, place, read, { status: 422, form, proposal, errors })
  }
  const { reason } = read.typed
  const change = { exceptions: read.exceptions, ...looking, ...(reason !== '' && { reason }) }
  const answer = await publish(web.house, dayOf(place), change)
  if (!answer.published) {
    const message = notSaved(answer.proposal, decisions, languageOf(res))
    return show(web, res, place, read, { status: 409, form, proposal: answer.proposal, message })
  }
  await note(web, res, place, { action: 'change-day', details: { change: read.sentence, reached: answer.reached.length } })
  const reached = answer.reached.filter(({ before, after }) => !isSameForThem(before, after))
  if (reached.length === 0) return res.redirect(303, paths.desk({ ...placeQuery(place), said: 'published' }))
  const list = sealList(web, { office: place.office.id, date: place.date, change: read.sentence, reached })
  res.redirect(303, paths.phoneList({ office: place.office.id, list }))
}

/** A desk cannot work while the office is closed: saved, that would change nothing. */
function isInVain({ exceptions }: ReadChange, { hours }: Proposal): boolean {
  return exceptions.some(each => each.kind === 'desk-staffed' && !hours.some(open => intersection(open, each.shift.span)))
}

function isStaffing({ exceptions }: ReadChange): boolean {
  return exceptions.some(({ kind }) => kind === 'desk-staffed')
}

function showInVain(web: Web, res: Response, place: DeskPlace, read: ReadChange, form: Form): Promise<void> {
  const errors = [{ field: 'from', text: wordsFor(languageOf(res))('desk.change-closed-then') }]
  return show(web, res, place, read, { status: 422, form, errors })
}

/** Somebody else has taken it back a moment earlier. */
async function showGone(web: Web, res: Response, place: DeskPlace, form: Form): Promise<void> {
  await show(web, res, place, await askedChange(web, res, place, form), { status: 422, form })
}

/** One decision for all, or the free times of a date: the page again, with nothing saved. */
async function lookAgain(web: Web, res: Response, place: DeskPlace, read: ReadChange, asked: Form): Promise<void> {
  const form = withAll(asked)
  const looking = lookingIn(form, await cityNow(web.house), place, read)
  const proposal = await propose(web.house, dayOf(place), read.exceptions, looking)
  const isAll = form !== asked
  const text = wordsFor(languageOf(res))('desk.change-all-set', { count: proposal.displaced.length })
  await show(web, res, place, read, { status: 200, form, proposal, ...(isAll && { message: { text, tone: 'good' } }) })
}

/** Why nothing was saved, and of which visits something else must be decided. */
function notSaved(proposal: Proposal, decisions: Decisions, language: Language): Message {
  const t = wordsFor(language)
  const left = undecided(proposal, decisions)
  if (left.length > 0) {
    const text = `${t('desk.change-decide', { count: left.length })} ${visitsNamed(left, language)}`
    return { text, tone: 'warn' }
  }
  const unfit = proposal.displaced.filter(visit => visit.unfit)
  if (unfit.length === 0) return { text: t('desk.change-moved-on'), tone: 'warn' }
  return { text: t('desk.change-unfit-all', { count: unfit.length, visits: visitsNamed(unfit, language) }), tone: 'warn' }
}

function lookingIn(form: Form, city: City, place: DeskPlace, { takeBack }: ReadChange) {
  return { decisions: decisionsIn(form, city, place.office.id), lookAt: lookedAt(form, place.date), takeBack }
}

function dayOf({ office, date }: DeskPlace) {
  return { officeId: office.id, date }
}

/** Whoever keeps office, day and time need not be told of another desk. */
function isSameForThem(before: Reached['before'], after: Reached['after']): boolean {
  const isMoved = before.officeId !== after.officeId || before.date !== after.date || before.start !== after.start
  return !isMoved && after.status === before.status
}

/** Another office is proposed by the program to whoever finds nothing here. */
function isProposed(form: Form, to: { officeId: string }): boolean {
  return Object.values(form).some(value => typeof value === 'string' && value.startsWith(`move ${to.officeId} `))
}

interface Shown {
  readonly status: number
  readonly form: Form
  readonly proposal?: Proposal
  readonly message?: Message
  readonly errors?: readonly FieldError[]
}

async function show(web: Web, res: Response, place: DeskPlace, read: ReadChange, shown: Shown): Promise<void> {
  const language = languageOf(res)
  const city = await cityNow(web.house)
  await showStaff(
    web,
    res,
    'desk/day-change',
    {
      title: wordsFor(language)('desk.change-title'),
      officeName: place.office.name[language],
      ...changeValues(city, place, read, shown.form, shown.proposal, language),
      inForce: shown.proposal ? [] : await takeableChanges(web, res, place),
      errors: shown.errors ?? (shown.status === 422 ? read.errors : []),
      message: shown.message,
      query: placeQuery(place),
      back: paths.desk(placeQuery(place)),
      styles: ['desk.css'],
      scripts: ['desk.js'],
    },
    shown.status,
  )
}
