import assert from 'node:assert/strict'
import type { VisitRequest } from '../../../src/domain/booking/booking.ts'
import { withBooking, type Day } from '../../../src/domain/capacity/day.ts'
import { freeTimes } from '../../../src/domain/capacity/free-times.ts'
import { planOfDay } from '../../../src/domain/capacity/plan.ts'
import { visitOf } from '../../../src/domain/capacity/visit.ts'
import {
  aBooking,
  aBuilding,
  aCity,
  aDesk,
  aDeskGroup,
  aHall,
  aNeed,
  aParty,
  aRequest,
  aRule,
  aService,
  at,
} from '../../support/builders.ts'

const long = aNeed({ id: 'long', extraMinutes: 20 })
const below = aNeed({ id: 'below', groundFloorOnly: true })
const onlyPhone = [{ weekdays: ['mon'], channels: ['phone'] } as const]
const city = aCity({
  specialDays: [{ date: '2020-05-11', hours: [{ from: at('8:00'), to: at('9:00') }] }],
  needs: [long, below],
  zones: [aBuilding(), aHall({ floor: 1 }), aHall({ id: 'low', floor: 0 })],
  deskGroups: [aDeskGroup({ slotEveryMinutes: 20 }), aDeskGroup({ id: 'cash', slotEveryMinutes: 30 })],
  desks: [
    aDesk({ roster: onlyPhone }),
    aDesk({ id: 'desk-2', deskGroupId: 'cash' }),
    aDesk({ id: 'desk-3', zoneId: 'low', roster: onlyPhone }),
  ],
  services: [aService(), aService({ id: 'fee', deskGroupIds: ['cash'] }), aService({ id: 'not-upstairs' })],
  rules: [
    aRule({ kind: 'absolute-cap', persons: 2 }, { counting: { staff: false, exempt: [{ kind: 'child' }] } }),
    aRule({ kind: 'closed', exceptServices: ['id-card', 'fee'] }, { id: 'closed', scope: { zones: ['hall'] } }),
  ],
})
const plan = planOfDay(city, 'CA', '2020-05-11', [])
const emptyDay = (): Day => ({ plan, page: 1, bookings: [] })

const wishes: readonly Partial<VisitRequest>[] = [
  { channel: 'phone' },
  { channel: 'web' },
  { channel: 'phone', needs: ['long'] },
  { channel: 'phone', needs: ['below'] },
  { channel: 'phone', party: aParty(2) },
  { channel: 'phone', party: aParty(3) },
  { channel: 'phone', party: aParty(3, { child: 1 }) },
  { channel: 'web', serviceId: 'fee' },
  { channel: 'phone', serviceId: 'not-upstairs' },
]

describe('Visits of several kinds on one day', () => {
  it('are each told what they would be told alone, in whatever order they ask', () => {
    const alone = wishes.map(wish => offered(emptyDay(), wish))
    assert.equal(new Set(alone.map(each => JSON.stringify(each))).size, 6)
    const day = emptyDay()
    for (const order of [wishes, wishes.toReversed(), wishes])
      for (const wish of order) assert.deepEqual(offered(day, wish), alone[wishes.indexOf(wish)])
  })

  it('are told of a booking that has come since', () => {
    const [before, booking] = [emptyDay(), aBooking({ start: at('8:00'), end: at('8:20'), deskUntil: at('8:20') })]
    wishes.forEach(wish => offered(before, wish))
    const after = withBooking(before, booking, 2)
    const anew = { ...emptyDay(), bookings: [booking] }
    for (const wish of wishes) assert.deepEqual(offered(after, wish), offered(anew, wish))
    assert.notDeepEqual(offered(after, { channel: 'phone' }), offered(emptyDay(), { channel: 'phone' }))
  })
})

function offered(day: Day, wish: Partial<VisitRequest>) {
  return freeTimes(day, visitOf(city, aRequest(wish)), { date: '2020-05-10', minute: at('10:00') })
}
