import { Router } from 'express'
import { qrCode } from '../resident/qr-code.ts'
import { paths } from '../paths.ts'
import type { Web } from '../web.ts'
import { openedAnswer } from './kiosk-answers.ts'
import { answerInWords } from './kiosk-answer-words.ts'
import { linkMaker, showKiosk } from './kiosk-page.ts'
import { deviceOf } from './require-device.ts'

/** How long an answer stands. */
const idleSeconds = 45

/** What a kiosk has answered, as a screen; too old or strange, and the kiosk is at its start. */
export function kioskAnswerRoutes(web: Web): Router {
  return Router().get('/entrance/kiosk/answers/:answer', async (req, res) => {
    const answer = openedAnswer(web, deviceOf(res).number, req.params.answer)
    if (!answer)
      return res.redirect(
        303,
        linkMaker(res)(query => paths.entranceKiosk(query)),
      )
    const { follow, ...words } = await answerInWords(web, req, res, answer)
    const qr = follow === undefined ? undefined : await qrCode(follow)
    await showKiosk(web, res, 'kiosk-answer', { ...words, qr, idle: idleSeconds })
  })
}
