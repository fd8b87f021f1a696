import { createHash } from 'node:crypto'
import type { Language } from '../../domain/city.ts'
import type { Mail } from '../../messages/booking-mail.ts'
import { packMail } from '../../messages/pack-mail.ts'
import { findCity } from '../../repositories/city.ts'
import { duePackMails, notePackMailed, notePackNotMailed, takePackMail, type PackMail } from '../../repositories/pack-mails.ts'
import { issuesOf, type PaperIssue } from '../../repositories/paper-issues.ts'
import { laterBy } from '../../time.ts'
import type { House } from '../house.ts'
import { nameOf, readPack } from './print-folder.ts'

/** Who gets packs by mail, and what carries it. */
export interface PackPost {
  /** The folder in which packs are kept. */
  readonly folder: string
  readonly language: Language
  /** Carries mail; absent: packs are fetched from the desk's page. */
  readonly post?: (mail: Mail & { readonly to: string; readonly id: string }) => Promise<void>
  /** Printers and people who get an office's packs. */
  readonly mailTo: (officeId: string) => readonly string[]
}

/** What became of a pack's mails. */
export interface Mailed {
  /** Addresses that it was sent to; none where it is fetched. */
  readonly mailed: readonly string[]
  /** Some address was not reached; it is tried again by the clock. */
  readonly mailFailed: boolean
}

/** Some address did not get a pack; `code` is what the mail server or the network said. Nothing private is in it. */
export class PackNotMailed extends Error {
  override readonly name = 'PackNotMailed'
  readonly code: string
  constructor({ officeId, date, number }: PackMail, code: string) {
    super(`pack ${number} of ${officeId}, ${date}, was not mailed: ${code}`)
    this.code = code
  }
}

/** Whoever asks for a pack waits no longer to hear whether it went. */
const mostWaitMs = 5000
/** Somebody who sends a mail for so long has died. */
const leaseSeconds = 300
/** Tried each minute until about the opening, then every ten minutes for some hours. */
const triesEachMinute = 30
const mostTries = 60

/**
 * Mails what waits of today's packs and is due. What comes is the day's newest pack, as soon as its file is here.
 *
 * @param stop  no further mail is begun once it says so
 * @returns     how many addresses were reached
 * @throws {PackNotMailed} if one was not, after all others were tried
 */
export async function mailPacks(house: House, room: PackPost, stop?: AbortSignal): Promise<number> {
  const city = room.post && (await findCity(house.db))
  if (!city) return 0
  const due = await duePackMails(house.db, house.clock.instant(), house.clock.now(city.organisation.timeZone).date)
  const ends: (PackNotMailed | 'sent')[] = []
  for (const mail of due) {
    if (stop?.aborted) break
    const newest = (await issuesOf(house.db, mail)).at(-1)
    const pdf = newest && (await readPack(room.folder, newest))
    const end = pdf && (await mailOne(house, room, mail, newest, pdf))
    if (end) ends.push(end)
  }
  const failure = ends.find(end => end !== 'sent')
  if (failure) throw failure
  return ends.length
}

/** Mails a pack that was just made to every address that gets it. Nobody waits long; a server that is slower goes on. */
export async function mailPack(house: House, room: PackPost, issue: PaperIssue, pdf: Buffer): Promise<Mailed> {
  const due = await duePackMails(house.db, house.clock.instant(), issue.date)
  const own = due.filter(mail => mail.officeId === issue.officeId && mail.date === issue.date && mail.number === issue.number)
  const mailed: string[] = []
  const mailing = (async () => {
    for (const mail of own) if ((await mailOne(house, room, mail, issue, pdf)) === 'sent') mailed.push(mail.recipient)
  })()
  await Promise.race([mailing, new Promise<void>(resolve => setTimeout(resolve, mostWaitMs).unref())])
  return { mailed: [...mailed], mailFailed: mailed.length < own.length }
}

/** @returns nothing where somebody else has it */
async function mailOne(house: House, room: PackPost, mail: PackMail, pack: PaperIssue, pdf: Buffer) {
  const now = house.clock.instant()
  if (!(await takePackMail(house.db, mail, now, laterBy(now, leaseSeconds)))) return undefined
  const office = (await findCity(house.db))?.offices.find(({ id }) => id === pack.officeId)?.name[room.language]
  const letter = packMail(room.language, {
    ...{ ...pack, office: office ?? pack.officeId },
    file: { name: nameOf(pack), content: pdf },
  })
  try {
    await room.post?.({ ...letter, to: mail.recipient, id: letterId(pack, mail.recipient) })
    await notePackMailed(house.db, mail)
    return 'sent'
  } catch (error) {
    const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string }
    const trouble = (message ?? 'unknown').replaceAll(mail.recipient, '…')
    await notePackNotMailed(house.db, mail, trouble, nextTry(mail.tries + 1, house.clock.instant()))
    return new PackNotMailed(mail, String(responseCode ?? code ?? 'unknown'))
  }
}

function nextTry(tries: number, now: string): string | undefined {
  if (tries >= mostTries) return undefined
  return laterBy(now, tries < triesEachMinute ? 50 : 600)
}

/** The same each time a pack goes to an address. */
function letterId({ officeId, date, number }: PaperIssue, recipient: string): string {
  return `pack-${officeId}-${date}-${number}-${createHash('sha256').update(recipient).digest('hex').slice(0, 8)}`
}
