import { Router, type Request, type Response } from 'express'
import { wordsFor } from '../../language/words.ts'
import type { CheckIn } from '../../use-cases/desk/check-in.ts'
import { checkInAtKiosk } from '../../use-cases/entrance/kiosk-check-in.ts'
import { paths } from '../paths.ts'
import { formOf, textOf } from '../resident/requested.ts'
import type { Web } from '../web.ts'
import { sealedAnswer, type KioskAnswer } from './kiosk-answers.ts'
import { mannerOf } from './kiosk-manner.ts'
import { linkMaker, showKiosk } from './kiosk-page.ts'
import { printTicketHere } from './kiosk-printing.ts'
import { deviceOf } from './require-device.ts'

/** "I have a booking": a code is scanned or typed, and answered. */
export function kioskCheckInRoutes(web: Web): Router {
  const router = Router()

  router.get('/entrance/kiosk/code', (req, res) => showCode(web, res, textOf(req.query, 'typed')))

  router.post('/entrance/kiosk/check-ins', async (req, res) => {
    const typed = textOf(formOf(req), 'code')
    const found = await checkInAtKiosk(web.house, deviceOf(res).officeId, typed)
    if (found.kind === 'unknown') return showCode(web, res, typed, 422)
    const answer = await answerTo(web, req, res, found.came, found.serviceId)
    const sealed = sealedAnswer(web, deviceOf(res).number, answer)
    res.redirect(
      303,
      linkMaker(res)(query => paths.kioskAnswer(sealed, query)),
    )
  })

  return router
}

async function answerTo(web: Web, req: Request, res: Response, came: CheckIn, serviceId: string): Promise<KioskAnswer> {
  if (came.kind === 'checked-in') {
    const { visit, lateMinutes, asWalkIn } = came
    const printing = await printTicketHere(web, req, res, visit)
    return { kind: 'ticket', booking: visit.booking.number, how: 'checked-in', lateMinutes, asWalkIn, printing }
  }
  if (came.kind === 'already') {
    const printing = await printTicketHere(web, req, res, came.visit)
    return { kind: 'ticket', booking: came.visit.booking.number, how: 'already', printing }
  }
  if (came.kind === 'too-early') return { kind: 'too-early', opensAt: came.opensAt }
  if (came.kind === 'too-late') return { kind: 'too-late', byMinutes: came.byMinutes, serviceId }
  return came
}

/** As much of a code as fits on the glass; what a scanner has sent is not shown. */
const mostShown = 12

async function showCode(web: Web, res: Response, text: string, status = 200): Promise<void> {
  const t = wordsFor(mannerOf(res).language)
  const typed = text.length > mostShown ? '' : text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  res.locals['screen'] = paths.kioskCode()
  await showKiosk(
    web,
    res,
    'kiosk-code',
    {
      title: t('kiosk.code-title'),
      lead: status === 422 ? t('kiosk.code-unknown') : t('kiosk.code-lead'),
      isWrong: status === 422,
      above: 'kiosk-code-field',
      typed,
      rows: ['23456789', 'ABCDEFGH', 'JKMNPQRS', 'TUVWXYZ'],
    },
    status,
  )
}
