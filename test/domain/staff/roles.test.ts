import assert from 'node:assert/strict'
import { roles, type Role } from '../../../src/domain/staff/role.ts'
import { may, needsSecondStep, officesWhere, type HeldRole } from '../../../src/domain/staff/roles.ts'
import { actions } from '../../../src/domain/staff/actions.ts'

describe('What a role may do', () => {
  const holding = (role: Role) => actions.filter(action => may([{ role }], action))

  it('is the day for those at the desks: a receptionist serves nobody and changes no day', () => {
    for (const action of ['see-day', 'check-in', 'book-for-resident', 'print-day'] as const) {
      assert.deepEqual(
        roles.filter(role => holding(role).includes(action)),
        ['clerk', 'reception', 'manager'],
        action,
      )
    }
    assert.deepEqual(
      roles.filter(role => holding(role).includes('serve')),
      ['clerk', 'manager'],
    )
    assert.deepEqual(
      roles.filter(role => holding(role).includes('change-day')),
      ['clerk', 'manager'],
    )
  })

  it('is accounts for administrators, and no resident', () => {
    assert.deepEqual(
      roles.filter(role => holding(role).includes('manage-staff')),
      ['admin'],
    )
    const ofResidents = ['see-day', 'serve', 'check-in', 'book-for-resident', 'change-day', 'print-day', 'watch-door'] as const
    assert.deepEqual(
      ofResidents.filter(action => holding('admin').includes(action)),
      [],
    )
  })

  it('is the audit log, the figures and the city for managers only', () => {
    for (const action of ['read-audit-log', 'read-figures', 'change-city'] as const) {
      assert.deepEqual(
        roles.filter(role => holding(role).includes(action)),
        ['manager'],
        action,
      )
    }
  })

  it('is nothing for who holds none', () => {
    assert.equal(
      actions.some(action => may([], action)),
      false,
    )
  })

  const held: readonly HeldRole[] = [
    { role: 'clerk', officeId: 'CA', departmentId: 'residents' },
    { role: 'reception', officeId: 'CB' },
  ]

  it('ends at the office and the department in which it is held', () => {
    assert.equal(may(held, 'serve', 'CA', 'residents'), true)
    assert.equal(may(held, 'serve', 'CA', 'cars'), false)
    assert.equal(may(held, 'serve', 'CB'), false)
    assert.equal(may(held, 'check-in', 'CB', 'cars'), true)
    assert.equal(may(held, 'see-day', 'CC'), false)
    assert.equal(may([{ role: 'manager' }], 'see-day', 'CC', 'cars'), true)
  })

  it('asks only whether it is held anywhere, where no office is meant', () => {
    assert.equal(may(held, 'serve'), true)
    assert.equal(may(held, 'manage-staff'), false)
  })

  it('reaches into some offices, or all', () => {
    assert.deepEqual(officesWhere(held, 'see-day'), ['CA', 'CB'])
    assert.deepEqual(officesWhere(held, 'read-audit-log'), [])
    assert.equal(officesWhere([...held, { role: 'manager' }], 'see-day'), 'all')
  })

  it('needs a second step for those who see or change more than their desk', () => {
    assert.deepEqual(
      roles.filter(role => needsSecondStep([{ role }])),
      ['manager', 'admin'],
    )
  })
})
