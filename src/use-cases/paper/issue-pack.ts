import type { Mail } from '../../messages/booking-mail.ts'
import { packMail } from '../../messages/pack-mail.ts'
import type { Language } from '../../domain/city.ts'
import { packPdfAside } from '../../paper/sheet/pack-aside.ts'
import type { DailyPack } from '../../paper/values.ts'
import type { DayKey } from '../../repositories/change-day.ts'
import { deleteIssue, insertIssue, issuesOf, type IssueReason, type PaperIssue } from '../../repositories/paper-issues.ts'
import type { House } from '../house.ts'
import { dailyPack, type PackWords } from './daily-pack.ts'
import { printPack } from './print-pack.ts'
import { keepPack, nameOf, removePack } from './print-folder.ts'

/** Where packs are kept, in whose words they are written, and who gets them by mail. */
export interface PrintRoom {
  /** The folder beside the database. */
  readonly folder: string
  readonly language: Language
  readonly words: PackWords
  /** The public address without a slash at its end. */
  readonly baseUrl: string
  /** Carries mail; absent: packs are fetched from the desk's page. */
  readonly post?: (mail: Mail & { readonly to: string; readonly id: string }) => Promise<void>
  /** Printers and people who get an office's packs. */
  readonly mailTo: (officeId: string) => readonly string[]
  /** Address of the page that tells whether a sheet is current, after `baseUrl`. */
  readonly sheetPath: (officeId: string, date: string, page: number, mark: string) => string
}

/** A pack that was made. */
export interface Issued {
  readonly issue: PaperIssue
  readonly pdf: Buffer
  /** Addresses that it was sent to; none where it is fetched. */
  readonly mailed: readonly string[]
  /** Some address was not reached. */
  readonly mailFailed: boolean
}

/** So many packs of a day are kept as files: those before them are old anyway. */
const mostKept = 5

/**
 * Makes an office's pack of a day, numbers it, keeps it in the folder. The one before opening and those asked for are
 * also sent; one that only follows a change of the day waits, or a busy morning would fill the printer's tray.
 *
 * @throws {NotFound} if there is no such office
 */
export async function issuePack(house: House, room: PrintRoom, key: DayKey, reason: IssueReason): Promise<Issued> {
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
  if (!(await insertIssue(house.db, issue))) return issuePack(house, room, key, reason)

  const pdf = await drawn(house, room, issue, pack)
  await removePack(room.folder, { ...key, number: number - mostKept })
  if (reason !== 'change') await printPack(house, issue, pdf)
  const mailing = reason === 'change' ? { mailed: [], mailFailed: false } : await mail(room, issue, pdf, pack.head.office)
  return { issue, pdf, ...mailing }
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

async function mail(room: PrintRoom, issue: PaperIssue, pdf: Buffer, office: string) {
  const mailed: string[] = []
  const to = room.post ? room.mailTo(issue.officeId) : []
  for (const address of to) {
    const letter = packMail(room.language, { ...issue, office, file: { name: nameOf(issue), content: pdf } })
    const id = `pack-${issue.officeId}-${issue.date}-${issue.number}-${mailed.length}`
    await room.post?.({ ...letter, to: address, id }).then(
      () => mailed.push(address),
      () => undefined,
    )
  }
  return { mailed, mailFailed: mailed.length < to.length }
}
