import { afterwards } from './afterwards.ts'
import { bookings } from './bookings.ts'
import { common } from './common.ts'
import { desk } from './desk.ts'
import { deskTold } from './desk-told.ts'
import { deskVisits } from './desk-visits.ts'
import { doorNotices } from './door-notices.ts'
import { display } from './display.ts'
import { entrance } from './entrance.ts'
import { errors } from './errors.ts'
import { kiosk } from './kiosk.ts'
import { mail } from './mail.ts'
import { matters } from './matters.ts'
import { accessibility } from './accessibility.ts'
import { pack } from './pack.ts'
import { paper } from './paper.ts'
import { party } from './party.ts'
import { privacy } from './privacy.ts'
import { staff } from './staff.ts'
import { times } from './times.ts'

/** Polish, the official text. Its keys are the keys of every language. */
export const pl = {
  ...common,
  ...entrance,
  ...kiosk,
  ...display,
  ...mail,
  ...matters,
  ...times,
  ...party,
  ...bookings,
  ...afterwards,
  ...errors,
  ...privacy,
  ...accessibility,
  ...staff,
  ...paper,
  ...pack,
  ...desk,
  ...deskTold,
  ...deskVisits,
  ...doorNotices,
}
