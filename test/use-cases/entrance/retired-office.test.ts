import assert from 'node:assert/strict'
import { openDatabase } from '../../../src/repositories/database.ts'
import { scanAtDoor } from '../../../src/use-cases/entrance/scan-at-door.ts'
import { watchDoor } from '../../../src/use-cases/entrance/watch-door.ts'
import { NotFound } from '../../../src/use-cases/errors.ts'
import { loadCity } from '../../../src/use-cases/manager/load-city.ts'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aService } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'

const elsewhere = aCity({
  offices: [anOffice({ id: 'WI', number: 2 })],
  zones: [aBuilding({ id: 'house', officeId: 'WI' }), aHall({ id: 'room', officeId: 'WI', parentId: 'house' })],
  deskGroups: [aDeskGroup({ id: 'window', officeId: 'WI' })],
  desks: [aDesk({ id: 'window-1', officeId: 'WI', zoneId: 'room', deskGroupId: 'window' })],
  services: [aService({ deskGroupIds: ['window'] })],
})

onBothEngines('A door of an office that another process has just retired', (_open, engine) => {
  it('is answered at once that there is none, and keeps nobody waiting', async () => {
    const url = await engine.freshUrl()
    const [db, another] = [openDatabase(url), openDatabase(url)]
    const house = await aHouse(db)
    const place = { officeId: 'CA', entrance: 'A', number: 1 }
    await watchDoor(house, place)
    await loadCity({ ...house, db: another }, elsewhere)

    const begun = Date.now()
    await assert.rejects(scanAtDoor(house, place, 'AB23-CD45', { eventId: 'event-1' }), NotFound)
    assert.ok(Date.now() - begun < 5000, `${Date.now() - begun} ms`)
    await Promise.all([db.destroy(), another.destroy()])
  })
})
