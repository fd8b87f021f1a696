import type { Request, Response } from 'express'
import { formatReference } from '../../domain/booking/reference.ts'
import { formatDate, formatMoment, formatTime } from '../../language/dates.ts'
import { wordsFor, type Words } from '../../language/words.ts'
import type { Printing } from '../../use-cases/entrance/print-slip.ts'
import { ticketNow } from '../../use-cases/entrance/ticket-now.ts'
import { cityNow } from '../../use-cases/resident/city-now.ts'
import { findVisitBooked } from '../../use-cases/entrance/kiosk-booked.ts'
import { paths } from '../paths.ts'
import { addressOf } from '../resident/address.ts'
import { ticketLinesInWords } from '../tickets/ticket-view.ts'
import { ticketToken } from '../tickets/token.ts'
import type { Web } from '../web.ts'
import type { KioskAnswer } from './kiosk-answers.ts'
import { mannerOf } from './kiosk-manner.ts'

/** An answer as it stands on the glass. */
export interface AnswerWords {
  readonly title: string
  readonly lead?: string
  /** By colour, sign and word: done, to wait, or not here. */
  readonly tone: 'good' | 'wait' | 'stop'
  /** A ticket's number or a reference, very large; in letters, for those who hear it. */
  readonly code?: string
  readonly lines: readonly string[]
  /** What became of the paper. */
  readonly paper?: string
  readonly isOnPaper: boolean
  /** Where a phone can follow; shown as a QR code. */
  readonly follow?: string
  /** What one can do now, besides beginning anew. */
  readonly next?: 'matters' | { readonly matter: string }
}

/** What a kiosk has answered, in the visitor's language. */
export async function answerInWords(web: Web, req: Request, res: Response, answer: KioskAnswer): Promise<AnswerWords> {
  const { language } = mannerOf(res)
  const t = wordsFor(language)
  if (answer.kind === 'ticket') return ticketAnswer(web, req, res, answer)
  if (answer.kind === 'booked') return bookedAnswer(web, req, res, answer)
  if (answer.kind === 'note') {
    return {
      title: t('kiosk.note-done'),
      tone: 'good',
      lines: [t('kiosk.note-text')],
      ...paperOf(t, answer.printing),
      follow: addressOf(web, req, paths.start()),
    }
  }
  const plain = { tone: 'stop', isOnPaper: true } as const
  if (answer.kind === 'too-early') {
    const time = formatTime(answer.opensAt, language)
    return { title: t('kiosk.early-title'), tone: 'wait', isOnPaper: true, code: time, lines: [t('kiosk.early-text', { time })] }
  }
  if (answer.kind === 'wrong-day') {
    const when = formatMoment(answer.date, answer.start, language)
    return { ...plain, title: t('kiosk.wrong-day-title'), lines: [t('kiosk.wrong-day-text', { when })] }
  }
  if (answer.kind === 'wrong-office') {
    const office = (await cityNow(web.house)).offices.find(({ id }) => id === answer.officeId)
    const when = formatMoment(answer.date, answer.start, language)
    const lines = [`${office?.name[language] ?? ''}, ${office?.address ?? ''}`, when]
    return { ...plain, title: t('kiosk.wrong-office-title'), lines }
  }
  if (answer.kind === 'too-late') {
    const lines = [t('kiosk.late-text', { count: answer.byMinutes })]
    return { ...plain, title: t('kiosk.late-title'), lines, next: { matter: answer.serviceId } }
  }
  return {
    ...plain,
    title: t('kiosk.over-title'),
    lines: [t('kiosk.over-text', { status: t(`status.${answer.status}`) })],
    next: 'matters',
  }
}

async function ticketAnswer(
  web: Web,
  req: Request,
  res: Response,
  answer: KioskAnswer & { kind: 'ticket' },
): Promise<AnswerWords> {
  const { language } = mannerOf(res)
  const t = wordsFor(language)
  const at = await ticketNow(web.house, answer.booking)
  const { lateMinutes = 0, asWalkIn = false } = answer
  return {
    title: answer.how === 'already' ? t('kiosk.already-title') : t('kiosk.ticket-title'),
    tone: 'good',
    code: at.ticket.code,
    lines: [
      ...(asWalkIn ? [t('kiosk.late-as-walk-in', { count: lateMinutes })] : []),
      ...(lateMinutes > 0 && !asWalkIn ? [t('kiosk.late-but-in', { count: lateMinutes })] : []),
      ...ticketLinesInWords(at, language),
      ...(at.before === undefined ? [] : [t('paper.before', { count: at.before })]),
    ],
    ...paperOf(t, answer.printing, at.ticket.code),
    follow: addressOf(web, req, paths.ticket(ticketToken(web.settings.secret, answer.booking), at.ticket.code)),
  }
}

async function bookedAnswer(
  web: Web,
  req: Request,
  res: Response,
  answer: KioskAnswer & { kind: 'booked' },
): Promise<AnswerWords> {
  const { language } = mannerOf(res)
  const t = wordsFor(language)
  const booking = await findVisitBooked(web.house, answer.booking)
  const office = (await cityNow(web.house)).offices.find(({ id }) => id === booking.officeId)
  return {
    title: t('kiosk.booked-title'),
    tone: 'good',
    code: formatReference(booking.reference),
    lines: [
      `${formatDate(booking.date, language)}, ${formatTime(booking.start, language)}`,
      `${office?.name[language] ?? ''}, ${office?.address ?? ''}`,
      t('kiosk.booked-bring'),
    ],
    ...paperOf(t, answer.printing, formatReference(booking.reference)),
  }
}

/** What is said of the paper: whatever went wrong, the number alone is enough. */
function paperOf(t: Words, printing: Printing, code?: string): { paper: string; isOnPaper: boolean } {
  if (printing === 'printed') return { paper: t('kiosk.paper-take'), isOnPaper: true }
  if (printing === 'no-paper') return { paper: t('kiosk.paper-out'), isOnPaper: false }
  if (printing === 'unsure') {
    const paper = code === undefined ? t('kiosk.paper-unsure') : t('kiosk.paper-unsure-number', { code })
    return { paper, isOnPaper: false }
  }
  if (printing === 'sending') return { paper: t('kiosk.paper-slow'), isOnPaper: false }
  return { paper: t('kiosk.paper-none'), isOnPaper: false }
}
