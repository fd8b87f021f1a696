import assert from 'node:assert/strict'
import { aBuilding, aCity, aDesk, aDeskGroup, aHall, anOffice, aService, words } from '../../support/builders.ts'
import { onBothEngines } from '../../support/database.ts'
import { booked, goTo, here } from '../../support/desk.ts'
import { aDeskWeb, toldBy } from '../../support/desk-web.ts'

const city = () =>
  aCity({
    offices: [anOffice(), anOffice({ id: 'OTHER', number: 2, name: words('Filia') })],
    zones: [aBuilding(), aHall(), aBuilding({ id: 'other-building', officeId: 'OTHER' })],
    departments: [
      { id: 'residents', name: words('Sprawy obywatelskie') },
      { id: 'cars', name: words('Pojazdy') },
    ],
    deskGroups: [aDeskGroup(), aDeskGroup({ id: 'plates', departmentId: 'cars', ticketLetter: 'P', name: words('Tablice') })],
    desks: [aDesk(), aDesk({ id: 'plates-1', label: '7', deskGroupId: 'plates' })],
    services: [aService(), aService({ id: 'plate', number: 2, deskGroupIds: ['plates'], name: words('Tablice') })],
  })

onBothEngines('The day at the desks', open => {
  it('belongs to the office and the department of whoever asks', async () => {
    const web = await aDeskWeb(await open(), city())
    const card = await booked(web.house, '9:00')
    const plate = await booked(web.house, '9:00', { serviceId: 'plate' })
    const ofCars = await web.signIn('clerk', { office: 'CA', department: 'cars' })
    const page = (await web.see('/desk?office=CA&scope=', ofCars)).text
    assert.match(page, new RegExp(`id="v${plate.number}"`))
    assert.doesNotMatch(page, new RegExp(`id="v${card.number}"`))
    goTo(web.house, '8:55')
    assert.equal((await web.press(`/desk/visits/${card.number}/check-in`, {}, ofCars)).status, 403)
    assert.equal(toldBy(await web.press(`/desk/visits/${plate.number}/check-in`, {}, ofCars)), 'checked-in')
    assert.equal((await web.see('/desk?office=OTHER')).status, 403)
    assert.equal((await web.press('/desk/calls', { office: 'OTHER' })).status, 403)
    assert.equal((await web.see('/desk?office=nowhere', await web.signIn('manager', {}))).status, 404)
    assert.equal((await web.see('/desk?office=OTHER', await web.signIn('manager', {}))).status, 200)
  })

  it('lets reception check people in and book for them, but not serve or change the day', async () => {
    const web = await aDeskWeb(await open(), city())
    const reception = await web.signIn('reception')
    const { booking } = await here(web.house, '9:00', '8:55')
    const page = (await web.see('/desk?office=CA&desk=desk-1', reception)).text
    assert.doesNotMatch(page, /data-shortcut="n"/)
    assert.doesNotMatch(page, /day-change/)
    assert.equal((await web.press('/desk/calls', {}, reception)).status, 403)
    assert.equal(toldBy(await web.press(`/desk/visits/${booking.number}/departure`, {}, reception)), 'left')
    assert.equal((await web.see('/desk/day-change?office=CA', reception)).status, 403)
  })

  it('remembers office, desk and view in a cookie of its own, and forgets what is no longer theirs', async () => {
    const web = await aDeskWeb(await open(), city())
    const cookie = await web.signIn('clerk')
    const chosen = await web.see('/desk?office=CA&desk=plates-1&scope=g:plates&view=desk', cookie)
    const [kept = ''] = (chosen.headers['set-cookie'] as unknown as string[]).map(each => each.split(';')[0] ?? '')
    assert.match((await web.see('/desk', `${cookie}; ${kept}`)).text, /Stanowisko 7</)
    const nonsense = `${cookie}; okienko_desk=${Buffer.from('office=OTHER&desk=x&view=zzz').toString('base64url')}`
    assert.equal((await web.see('/desk', nonsense)).status, 200)
  })

  it('tells anybody with a sheet in hand whether it is current, and nothing else', async () => {
    const web = await aDeskWeb(await open(), city())
    const { reference } = await booked(web.house, '9:00')
    const current = await web.get('/sheets/CA/2020-05-11/1')
    assert.match(current.text, /Ta karta jest aktualna/)
    assert.doesNotMatch(current.text, new RegExp(reference.slice(4)))
    assert.match((await web.get('/sheets/CA/2020-05-11/0')).text, /nieaktualna/)
    for (const path of ['/sheets/CA/2020-13-45/1', '/sheets/nowhere/2020-05-11/1', '/sheets/CA/2020-05-11/x'])
      assert.equal((await web.get(path)).status, 404, path)
  })
})
