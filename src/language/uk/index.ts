import type { pl } from '../pl/index.ts'
import { accessibility } from './accessibility.ts'
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
import { pack } from './pack.ts'
import { paper } from './paper.ts'
import { party } from './party.ts'
import { privacy } from './privacy.ts'
import { staff } from './staff.ts'
import { times } from './times.ts'

/** Ukrainian. */
export const uk: Readonly<Record<keyof typeof pl, string>> = {
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
