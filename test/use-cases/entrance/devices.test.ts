import assert from 'node:assert/strict'
import type { DeviceKind } from '../../../src/domain/entrance/device.ts'
import { auditEntries } from '../../../src/repositories/audit-log.ts'
import { addDevice, newDeviceCode } from '../../../src/use-cases/entrance/add-device.ts'
import { claimDevice } from '../../../src/use-cases/entrance/claim-device.ts'
import { CodeRefused, DeviceRefused } from '../../../src/use-cases/entrance/errors.ts'
import { devicesInTrouble, listDevices } from '../../../src/use-cases/entrance/list-devices.ts'
import { noteDeviceState, recogniseDevice } from '../../../src/use-cases/entrance/recognise-device.ts'
import { revokeDevice } from '../../../src/use-cases/entrance/revoke-device.ts'
import { TooManyTries } from '../../../src/use-cases/staff/errors.ts'
import { onBothEngines } from '../../support/database.ts'
import { aHouse } from '../../support/house.ts'
import { signedInAs } from '../../support/signed-in.ts'

const address = '192.0.2.7'

onBothEngines('A device at the entrance', open => {
  async function aPlace() {
    const house = await aHouse(await open())
    const manager = await signedInAs(house, { role: 'manager' })
    const add = (kind: DeviceKind = 'guard') =>
      addDevice(house, { officeId: 'CA', kind, name: ' Telefon ', entrance: 'od rynku', countsExits: false }, manager.number)
    return { house, by: manager.number, add }
  }

  it('is known once its code was typed on it, however it was typed', async () => {
    const { house, add } = await aPlace()
    const { device, code = '' } = await add()
    assert.equal(device.name, 'Telefon')

    const claimed = await claimDevice(house, { code: ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`, address })

    const known = await recogniseDevice(house, claimed.credential)
    assert.deepEqual([known?.number, known?.kind, known?.entrance], [device.number, 'guard', 'od rynku'])
    assert.equal(await recogniseDevice(house, `${claimed.credential}x`), undefined)
  })

  it('has a code that works once and for ten minutes', async () => {
    const { house, by, add } = await aPlace()
    const { device, code = '' } = await add()
    await claimDevice(house, { code, address })
    await assert.rejects(claimDevice(house, { code, address }), CodeRefused)

    const later = await newDeviceCode(house, device.number, by)
    house.clock.passMinutes(10)
    await assert.rejects(claimDevice(house, { code: later.code ?? '', address }), CodeRefused)
  })

  it('takes the place of the one that was enrolled with its number before', async () => {
    const { house, by, add } = await aPlace()
    const { device, code = '' } = await add()
    const former = await claimDevice(house, { code, address })
    const again = await newDeviceCode(house, device.number, by)
    const present = await claimDevice(house, { code: again.code ?? '', address })

    assert.equal(await recogniseDevice(house, former.credential), undefined)
    assert.equal((await recogniseDevice(house, present.credential))?.number, device.number)
  })

  it('is a stranger once it is revoked, and its code is worth nothing', async () => {
    const { house, by, add } = await aPlace()
    const { device, code = '' } = await add()
    const { credential } = await claimDevice(house, { code, address })
    const next = await newDeviceCode(house, device.number, by)

    await revokeDevice(house, device.number, by)

    assert.equal(await recogniseDevice(house, credential), undefined)
    await assert.rejects(claimDevice(house, { code: next.code ?? '', address }), CodeRefused)
    const log = await auditEntries(house.db, { officeIds: ['CA'] }, 10)
    assert.deepEqual(
      log.map(entry => entry.action),
      ['revoke-device', 'new-device-code', 'enrol-device', 'add-device'],
    )
  })

  it('lets nobody guess: many wrong codes from one address must wait', async () => {
    const { house, add } = await aPlace()
    const { code = '' } = await add()
    for (let tries = 0; tries < 30; tries += 1)
      await assert.rejects(claimDevice(house, { code: '2222-2222', address }), CodeRefused)
    await assert.rejects(claimDevice(house, { code, address }), TooManyTries)
    await claimDevice(house, { code, address: '192.0.2.8' })
  })

  it('shows what is the matter with it', async () => {
    const { house, add } = await aPlace()
    const { device, code = '' } = await add('kiosk')
    const trouble = async () => (await listDevices(house, ['CA']))[0]?.trouble
    assert.equal(await trouble(), 'not-enrolled')

    await claimDevice(house, { code, address })
    assert.equal(await trouble(), undefined)
    await noteDeviceState(house, device.number, { paper: 'low' })
    assert.equal(await trouble(), 'paper-low')
    await noteDeviceState(house, device.number, { paper: 'out', error: 'no paper' })
    assert.equal(await trouble(), 'paper-out')
    await noteDeviceState(house, device.number, { paper: 'ok' })
    house.clock.passMinutes(4.5)
    assert.equal(await trouble(), undefined)
    house.clock.passMinutes(1)
    assert.equal(await trouble(), 'silent')
    assert.deepEqual(await listDevices(house, ['HF']), [])
  })

  it('is named to the desks of its office while it is in trouble, not before it worked nor after it is gone', async () => {
    const { house, by, add } = await aPlace()
    const { device, code = '' } = await add('kiosk')
    const named = async (officeId = 'CA') =>
      (await devicesInTrouble(house, officeId)).map(each => `${each.device.name} ${each.trouble}`)
    assert.deepEqual(await named(), [])
    await claimDevice(house, { code, address })
    await noteDeviceState(house, device.number, { paper: 'low' })
    assert.deepEqual(await named(), ['Telefon paper-low'])
    assert.deepEqual(await named('HF'), [])
    await revokeDevice(house, device.number, by)
    assert.deepEqual(await named(), [])
  })

  it('belongs to an office and a zone that exist, and only a printer has a host', async () => {
    const { house, by } = await aPlace()
    const asked = { officeId: 'CA', kind: 'guard', name: 'x', entrance: '', countsExits: false } as const
    const refused = (fault: string) => (error: unknown) => error instanceof DeviceRefused && error.fault === fault
    await assert.rejects(addDevice(house, { ...asked, officeId: 'XX' }, by), refused('office'))
    await assert.rejects(addDevice(house, { ...asked, zoneId: 'cellar' }, by), refused('zone'))
    await assert.rejects(addDevice(house, { ...asked, name: ' ' }, by), refused('name'))
    await assert.rejects(addDevice(house, { ...asked, kind: 'printer' }, by), refused('printer-host'))
    const printer = { host: '10.0.0.9', port: 9100, widthMm: 58 } as const
    const added = await addDevice(house, { ...asked, kind: 'printer', printer }, by)
    assert.deepEqual([added.code, added.device.printer], [undefined, printer])
  })
})
