import assert from 'node:assert/strict'
import { openDatabase } from '../../../src/repositories/database.ts'
import { dayChanges } from '../../../src/use-cases/day/day-changes.ts'
import { aRequest } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, deskDay } from '../../support/desk.ts'
import { aHouse } from '../../support/house.ts'
import { bookVisit } from '../../../src/use-cases/resident/book-visit.ts'
import { saveCity } from '../../../src/repositories/city.ts'
import { aCity } from '../../support/builders.ts'

onBothEngines('The changes of a day', (open, engine) => {
  it('are told at once, and only those of the day that is followed', async () => {
    const house = await aHouse(await open())
    const pages: number[] = []
    const end = dayChanges(house).subscribe(deskDay.officeId, deskDay.date, page => pages.push(page))
    await booked(house, '9:00')
    assert.deepEqual(pages, [1])
    await bookVisit(house, aRequest({ date: '2020-05-12' }), { language: 'pl' })
    await booked(house, '9:00')
    assert.deepEqual(pages, [1, 2])
    await assert.rejects(booked(house, '9:00'))
    end()
    await booked(house, '9:20')
    assert.deepEqual(pages, [1, 2])
  })

  it('are told to whoever comes later: first the page the day is on', async () => {
    const house = await aHouse(await open())
    await booked(house, '9:00')
    const changes = dayChanges(house)
    const first = new Promise<number>(resolve => changes.subscribe(deskDay.officeId, deskDay.date, resolve))
    assert.equal(await first, 1)
    const second = new Promise<number>(resolve => changes.subscribe(deskDay.officeId, deskDay.date, resolve))
    assert.equal(await second, 1)
  })

  it('arrive within two seconds where another process has made them', async () => {
    const url = await engine.freshUrl()
    const [here, there] = [openDatabase(url), openDatabase(url)]
    try {
      await saveCity(here, aCity(), '2020-05-04T06:00:00.000Z')
      const house = { ...(await aHouse(await open())), db: there }
      const told = new Promise<number>(resolve => dayChanges({ db: here }).subscribe(deskDay.officeId, deskDay.date, resolve))
      await new Promise(resolve => setTimeout(resolve, 200))
      const since = Date.now()
      await booked(house, '9:00')
      assert.equal(await told, 1)
      assert.ok(Date.now() - since < 2000)
    } finally {
      await Promise.all([here.destroy(), there.destroy()])
    }
  })
})
