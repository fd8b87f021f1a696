import { newReference } from '../../domain/booking/reference.ts'
import { secretOf } from '../secrets.ts'
import type { Web } from '../web.ts'

/** A reference that no booking has yet, and the secret that will open the booking that gets it. */
export interface Prepared {
  readonly reference: string
  readonly secret: string
}

/** One secret made by itself takes four times as long as one of many, and what it leaves behind slows down the booking. */
const madeAtOnce = 64

const stocks = new WeakMap<Web, Prepared[]>()

/** A reference with its secret from a stock that is made anew when it is used up; none is given twice. */
export function takePrepared(web: Web): Prepared {
  const stock = stocks.get(web) ?? []
  stocks.set(web, stock)
  if (stock.length === 0) stock.push(...Array.from({ length: madeAtOnce }, () => prepare(web)))
  return stock.pop() as Prepared
}

function prepare({ house, settings }: Web): Prepared {
  const reference = newReference(house.random)
  return { reference, secret: secretOf(settings.secret, reference) }
}
