import type { Attendance } from '../desk/attendance.ts'
import { findVisit } from '../desk/find-visit.ts'
import type { OpenDoor } from './once-at-door.ts'

/** The visit of a reference or a ticket's code, as it is now that nobody else counts; only then is the answer sure. */
export async function foundByCode({ house, trx, turned }: OpenDoor, code: string | undefined): Promise<Attendance | undefined> {
  return code === undefined ? undefined : findVisit({ ...house, db: trx }, turned, code)
}
