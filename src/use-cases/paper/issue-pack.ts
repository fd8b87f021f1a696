import { packPdfAside } from '../../paper/sheet/pack-aside.ts'
import type { DailyPack } from '../../paper/values.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { insertPackMails } from '../../repositories/pack-mails.ts'
import { deleteIssue, insertIssue, issuesOf, type IssueReason, type PaperIssue } from '../../repositories/paper-issues.ts'
import { inTransaction } from '../../repositories/transaction.ts'
import type { House } from '../house.ts'
import { dailyPack, type PackWords } from './daily-pack.ts'
import { mailPack, type Mailed, type PackPost } from './mail-pack.ts'
import { printPack } from './print-pack.ts'
import { keepPack, removePack } from './print-folder.ts'

/** Where packs are kept, in whose words they are written, and who gets them by mail. */
export interface PrintRoom extends PackPost {
  readonly words: PackWords
  /** The public address without a slash at its end. */
  readonly baseUrl: string
  /** Address of the page that tells whether a sheet is current, after `baseUrl`. */
  readonly sheetPath: (officeId: string, date: string, page: number, mark: string) => string
}

/** A pack that was made. */
export interface Made {
  readonly issue: PaperIssue
  readonly pdf: Buffer
}

/** A pack that was made and mailed. */
export type Issued = Made & Mailed

/** So many packs of a day are kept as files: those before them are old anyway. */
const mostKept = 5

/**
 * Makes an office's pack of a day, as `makePack` does, and mails it at once, for somebody who asks whether it went.
 *
 * @throws {NotFound} if there is no such office
 */
export async function issuePack(house: House, room: PrintRoom, key: DayKey, reason: IssueReason): Promise<Issued> {
  const made = await makePack(house, room, key, reason)
  return { ...made, ...(await mailPack(house, room, made.issue, made.pdf)) }
}

/**
 * Makes an office's pack of a day, numbers it, keeps it in the folder. The one before opening and those asked for are
 * also printed, and wait to be mailed; one that only follows a change does neither, or a busy morning would fill the
 * printer's tray.
 *
 * @throws {NotFound} if there is no such office
 */
export async function makePack(house: House, room: PrintRoom, key: DayKey, reason: IssueReason): Promise<Made> {
  const before = await issuesOf(house.db, key)
  const number = (before.at(-1)?.number ?? 0) + 1
  const sent = before.findLast(issue => issue.reason !== 'change')
  const { pack, mark, page, visits } = await dailyPack(house, key, {
    ...{ language: room.language, words: room.words, copy: number },
    website: room.baseUrl.replace(/^https?:\/\//, ''),
    currentUrl: (...sheet) => room.baseUrl + room.sheetPath(...sheet),
    ...(sent && { earlier: sent.visits }),
  })
  const issue: PaperIssue = { ...key, number, page, mark, reason, at: house.clock.instant(), visits }
  // The number is taken before the sheets are drawn, because it stands on them; if somebody else had it first, the next one.
  if (!(await written(house, room, issue))) return makePack(house, room, key, reason)

  const pdf = await drawn(house, room, issue, pack)
  await removePack(room.folder, { ...key, number: number - mostKept })
  if (reason !== 'change') await printPack(house, issue, pdf)
  return { issue, pdf }
}

/** The pack's number, and with it those to whom it must go whatever becomes of this process. */
function written(house: House, room: PrintRoom, issue: PaperIssue): Promise<boolean> {
  const recipients = room.post && issue.reason !== 'change' ? room.mailTo(issue.officeId) : []
  return inTransaction(house.db, async trx => {
    if (!(await insertIssue(trx, issue))) return false
    await insertPackMails(trx, issue, recipients, issue.at)
    return true
  })
}

/** The PDF, kept. What cannot be drawn or kept was never made: the next try is the same pack, not one that follows a change. */
async function drawn(house: House, room: PrintRoom, issue: PaperIssue, pack: DailyPack): Promise<Buffer> {
  try {
    const pdf = await packPdfAside(pack)
    await keepPack(room.folder, issue, pdf)
    return pdf
  } catch (error) {
    await deleteIssue(house.db, issue)
    throw error
  }
}
