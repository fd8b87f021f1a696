import { addDays, type OfficeDate } from '../../domain/calendar.ts'
import { deleteOldCodes } from '../../repositories/device-codes.ts'
import {
  deleteDoorDaysBefore,
  forgetAnswersBefore,
  forgetPartiesBefore,
  forgetVisitsAtDoorsBefore,
} from '../../repositories/old-door-days.ts'
import { deletePrintJobsBefore } from '../../repositories/print-jobs.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'

/** Two years: an inspector may ask for what was counted so long; it names nobody. */
const proofDays = 731
const secondsPerDay = 86_400

/**
 * Forgets at the doors what is needed no more: answers and who is where with their day, whose visits were counted
 * and what was printed with the city's days of retention, codes of devices when they are over. Counts and maxima stay for two years.
 *
 * @returns how many rows were changed of each
 */
export async function forgetDoors(
  { db, clock }: House,
  today: OfficeDate,
  retentionDays: number,
): Promise<{ answers: number; parties: number; visits: number; codes: number; slips: number; doorDays: number }> {
  return {
    answers: await forgetAnswersBefore(db, today),
    parties: await forgetPartiesBefore(db, today),
    visits: await forgetVisitsAtDoorsBefore(db, addDays(today, -retentionDays)),
    codes: await deleteOldCodes(db, clock.instant()),
    slips: await deletePrintJobsBefore(db, laterBy(clock.instant(), -retentionDays * secondsPerDay)),
    doorDays: await deleteDoorDaysBefore(db, addDays(today, -proofDays)),
  }
}
