import type { accessibility as official } from '../pl/accessibility.ts'

/** The declaration required by the act of 4 April 2019 (Dz.U. 2019 poz. 848), with the parts that its technical conditions name. */
export const accessibility: Readonly<Record<keyof typeof official, string>> = {
  'a11y.title': 'Accessibility statement',
  'a11y.intro':
    '{organisation} undertakes to make its website accessible in accordance with the act of 4 April 2019 on the digital accessibility of websites and mobile applications of public entities.',
  'a11y.site': 'This statement applies to the website: {site}',
  'a11y.published': 'Date of publication of the website',
  'a11y.updated': 'Date of the last significant update',
  'a11y.status': 'Compliance status',
  'a11y.status-text': 'The website is partly compliant with the act on digital accessibility, owing to the content listed below.',
  'a11y.status-kept': 'The Ukrainian version has not yet been reviewed by a native speaker.',
  'a11y.prepared': 'Date this statement was prepared',
  'a11y.reviewed': 'Date of the last review',
  'a11y.method': 'The statement is based on a self-assessment by the public entity.',
  'a11y.sample': 'These are sample data. The office must check and complete them before going live.',
  'a11y.contact': 'Contact',
  'a11y.email': 'E-mail',
  'a11y.phone': 'Phone',
  'a11y.person': 'Contact person',
  'a11y.procedure': 'Comments and demands',
  'a11y.procedure-demand':
    'Everybody may send comments on the accessibility of the website. Everybody may also demand that the website or a part of it be made accessible, or that information be given in another form, for example read out by telephone.',
  'a11y.procedure-content':
    'A demand should say who makes it, which page or part it is about, and how to reach you. If you need another form of the information, please say which.',
  'a11y.procedure-time':
    'We meet a demand without delay, within 7 days at the latest. If that is impossible we tell you and set a new date, within 2 months at most.',
  'a11y.procedure-complaint':
    'If we refuse or miss the date you may lodge a complaint ({organisation}, {address}), and then notify the Commissioner for Human Rights (www.rpo.gov.pl).',
  'a11y.buildings': 'Accessibility of the buildings',
  'a11y.buildings-assumed': 'What is said of the buildings is sample data that the office has to confirm.',
  'a11y.building-none': 'no confirmed facilities',
  'a11y.toilet': 'accessible toilet',
  'a11y.dog': 'Assistance dogs are welcome in every building.',
  'a11y.interpreter': 'You can ask for a sign language interpreter when you book a visit, at least 3 working days before it.',
  'a11y.apps': 'Mobile applications',
  'a11y.apps-text': 'The city hall has no mobile application for appointments. This website works on a phone.',
  'a11y.keys': 'Keyboard shortcuts',
  'a11y.keys-text': 'The standard shortcuts of your browser work here. The first link on every page leads to the content.',
}
