/** What the documentation shows as an answer, by the name of the call. Tests hold them against the schemas. */
export const exampleAnswers: Readonly<Record<string, unknown>> = {
  listOffices: [
    {
      id: 'CA',
      number: 1,
      name: 'Administrative Centre',
      address: 'al. Powstania Warszawskiego 10',
      postalCode: '31-549',
      city: 'Kraków',
      timeZone: 'Europe/Warsaw',
      opening: [{ validFrom: '2020-07-01', appointmentOnly: true, days: { mon: [{ from: '07:40', to: '15:00' }] } }],
      services: ['sa-id-apply'],
    },
  ],
  listServices: [
    {
      id: 'sa-id-apply',
      number: 13,
      name: 'Application for an identity card',
      topic: 'documents',
      department: 'SA',
      procedure: 'SA-10',
      durationMinutes: 15,
      personsAtLeast: 1,
      offices: ['CA'],
      ways: {
        online: { extent: 'full', system: 'gov.pl', url: 'https://www.gov.pl/', signIn: 'profil-zaufany' },
        dropBox: false,
        post: false,
        inPerson: 'optional',
        appointment: 'needed',
      },
      documents: ['Recent photograph, 35 × 45 mm'],
    },
  ],
  listTimes: {
    service: 'sa-id-apply',
    offices: [
      {
        office: 'CA',
        days: [
          { date: '2020-05-25', times: [{ time: '08:20', places: 2 }] },
          { date: '2020-05-26', times: [], reason: 'zone-full' },
        ],
      },
    ],
  },
  hold: { ...visit('held'), expiresAt: '2020-05-11T06:05:00.000Z', secret: 'dGhpcyBpcyBub3Qgb25l' },
  book: { ...visit('booked'), secret: 'dGhpcyBpcyBub3Qgb25l' },
  showBooking: visit('booked'),
  moveBooking: { ...visit('booked'), date: '2020-05-26', time: '09:40', endTime: '09:55' },
  cancelBooking: visit('cancelled'),
  showOccupancy: {
    office: 'CA',
    date: '2020-05-25',
    page: 17,
    zones: [
      {
        zone: 'ca-hall',
        name: 'Service hall',
        kind: 'hall',
        ticks: [{ time: '08:20', booked: 3, limit: 7, rule: 'per-desk-2020-05-25' }],
      },
    ],
  },
}

/** What a program gets when somebody was faster. */
export const exampleRefusal = {
  type: 'urn:okienko:refusal:no-desk',
  title: 'No desk is free then',
  status: 409,
  detail: 'No desk is free then.',
  reason: 'no-desk',
  alternatives: [{ office: 'CA', date: '2020-05-25', time: '08:40' }],
}

function visit(status: 'held' | 'booked' | 'cancelled') {
  return {
    reference: '7K2M-9QXD',
    number: 4711,
    service: 'sa-id-apply',
    office: 'CA',
    date: '2020-05-25',
    time: '08:20',
    endTime: '08:35',
    desk: 'ca-73',
    deskLabel: '73',
    persons: 1,
    companions: {},
    needs: [],
    status,
  }
}
