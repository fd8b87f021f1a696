import type { Request, RequestHandler, Response } from 'express'
import type { Action } from '../../domain/staff/actions.ts'
import { may } from '../../domain/staff/roles.ts'
import { tailOf } from '../../domain/staff/audit-note.ts'
import { NotFound } from '../../use-cases/errors.ts'
import type { DeskRow } from '../../use-cases/desk/desk-row.ts'
import { dayAtDesks } from '../../use-cases/desk/day-at-desks.ts'
import { noteInAuditLog } from '../../use-cases/staff/note-in-audit-log.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { NotAllowed } from '../faults.ts'
import { languageOf } from '../middleware/language.ts'
import { paths } from '../paths.ts'
import { textOf, formOf } from '../resident/requested.ts'
import { requireStaff, staffOf } from '../staff/require-staff.ts'
import type { Web } from '../web.ts'
import { placeAsked, showDay } from './day.ts'
import { placeQuery, type DeskPlace } from './place.ts'
import { refusalMessage } from './refused.ts'
import { toldQuery, type Told } from './told.ts'

/** Lets those pass who may do this in the office that a form names. */
export function mayInOffice(web: Web, action: Action): RequestHandler {
  return requireStaff(web, action, { officeOf: req => textOf(formOf(req), 'office') || undefined })
}

/** The place that a form was sent from. @throws {NotFound} @throws {NotAllowed} */
export function actingPlace(web: Web, req: Request, res: Response): Promise<DeskPlace> {
  return placeAsked(web, req, res, formOf(req))
}

/**
 * The visit that an address names, on the day that the form names, if this may be done to it by whoever asks.
 *
 * @throws {NotFound} @throws {NotAllowed} where it is another department's
 */
export async function visitNamed(web: Web, req: Request, res: Response, place: DeskPlace, action: Action): Promise<DeskRow> {
  const number = Number(/^\d{1,9}$/.exec(String(req.params['number']))?.[0] ?? 0)
  const { rows } = await dayAtDesks(web.house, { officeId: place.office.id, date: place.date })
  const row = rows.find(({ bookingNumber }) => bookingNumber === number)
  if (!row) throw new NotFound('booking')
  if (!may(staffOf(res).roles, action, place.office.id, row.departmentId)) throw new NotAllowed()
  return row
}

/** What came of an action: told on the page that the form was sent from, and noted in the audit log. */
export interface Done {
  readonly told: Told
  /** For the log: absent where nothing was changed. */
  readonly noted?: { readonly action: string; readonly about: string }
}

/** Does something, and goes back with what came of it; what is not possible now is told on the page, 409; 404 for a visit that was moved to another day. */
export async function act(web: Web, res: Response, place: DeskPlace, doing: () => Promise<Done>): Promise<void> {
  let done: Done
  try {
    done = await doing()
  } catch (error) {
    const city = await cityNow(web.house)
    const message = refusalMessage(city, error, place, languageOf(res))
    if (!message) throw error
    return showDay(web, res, place, message, error instanceof NotFound ? 404 : 409)
  }
  if (done.noted) await note(web, res, place, done.noted)
  res.redirect(303, paths.desk({ ...placeQuery(place), ...toldQuery(done.told) }))
}

/** Notes what somebody did at the desks; of the visit only its ticket, or the end of its reference. */
export function note(
  web: Web,
  res: Response,
  { office, date }: Pick<DeskPlace, 'office' | 'date'>,
  { action, about, details }: { action: string; about?: string; details?: Readonly<Record<string, string | number>> },
): Promise<void> {
  return noteInAuditLog(web.house, web.house.db, {
    staffNumber: staffOf(res).number,
    action,
    officeId: office.id,
    date,
    ...(about !== undefined && { about }),
    ...(details && { details }),
  })
}

/** What a visit is called at the desks: its ticket, or the end of its reference. */
export function callOf({ booking, ticket }: { booking: { reference: string }; ticket?: { code: string } | undefined }): string {
  return ticket?.code ?? tailOf(booking.reference)
}
