import { expireHolds } from '../use-cases/day/expire-holds.ts'
import { forget } from '../use-cases/operator/forget.ts'
import { sendMessages, type AddressOf, type Post } from '../use-cases/operator/send-messages.ts'
import { tellOfEarlier } from '../use-cases/resident/tell-of-earlier.ts'
import type { PrintRoom } from '../use-cases/paper/issue-pack.ts'
import { mailPacks } from '../use-cases/paper/mail-pack.ts'
import { packsByClock } from '../use-cases/paper/packs-by-clock.ts'
import { clearSignIns } from '../use-cases/staff/clear-sign-ins.ts'
import type { House } from '../use-cases/house.ts'
import { every, type Job } from './every.ts'

/** What the jobs need beside the house. */
export interface JobSettings {
  /** Carries mail; absent: messages wait in the outbox. */
  readonly post?: Post
  /** The pages of a booking, its secret included. */
  readonly addressOf: AddressOf
  /** Where daily packs are made, and how many minutes before opening. */
  readonly packs: { readonly room: PrintRoom; readonly minutesBeforeOpening: number }
  /** Is told what a job has thrown; the job goes on. */
  readonly report: (job: string, error: unknown) => void
}

/** Starts what the clock starts. */
export function startJobs(house: House, settings: JobSettings): Job {
  const { post, packs } = settings
  const job = (name: string, seconds: number, work: (stop: AbortSignal) => Promise<unknown>) =>
    every(seconds * 1000, work, error => settings.report(name, error))

  const jobs = [
    job('expire-holds', 5, () => expireHolds(house)),
    job('forget', 3600, () => forget(house)),
    job('clear-sign-ins', 3600, () => clearSignIns(house)),
    job('tell-of-earlier', 60, () => tellOfEarlier(house)),
    job('print-packs', 60, () => packsByClock(house, packs.room, packs.minutesBeforeOpening)),
    // Apart from printing: a mail server that hangs keeps no office from its paper.
    job('mail-packs', 20, stop => mailPacks(house, packs.room, stop)),
    ...(post ? [job('send-messages', 2, stop => sendMessages(house, post, settings.addressOf, stop))] : []),
  ]
  return { stop: async () => void (await Promise.all(jobs.map(each => each.stop()))) }
}
