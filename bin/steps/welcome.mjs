const demo = (address) => `
  Sign in as staff at    ${address}/en/sign-in/staff
    operator@demo.example     plans and publishes works
    approver@demo.example     a second pair of eyes
    callcentre@demo.example   sees what customers were told
    admin@demo.example        everything
  Password of the demo:  preavviso-demo

  Sign in as customer at ${address}/en/sign-in
    with the account and meter number that stand there, and above

  Try first
    1. Look up an address of the demo town:  ${address}/en
    2. Sign in as operator, draw a polygon over some streets, publish.
    3. Open the outbox and press "to the next notice":  ${address}/en/outbox
`

const own = (address) => `
  Staff sign in at       ${address}/en/sign-in/staff
  The first of them:     npm run -s preavviso -- staff invite --email EMAIL --name NAME --role admin
`

/** What whoever started it sees when everything runs. `hasDemo`: whether it has the demo town, which anybody may sign in to. */
export function welcome(address, hasDemo) {
  return `
  Preavviso is running:  ${address}
${hasDemo ? demo(address) : own(address)}
  Ctrl-C stops it.
`
}
