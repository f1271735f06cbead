// The pages work without this script; it saves reloads and moves the player.

const fragmentType = 'text/fragment+html'
const longestThread = 6

const form = document.querySelector('form.ask')
if (form) startAsking(form)

const player = document.querySelector('audio')
if (player) startJumping(player)

function startAsking(form) {
  const box = form.querySelector('textarea')
  const desk = { form, box, isBusy: false }
  form.querySelector('.keys').hidden = false
  box.addEventListener('input', () => grow(box))
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(desk, box.value)
  })
  form.querySelector('.problem button').addEventListener('click', () => {
    void send(desk, box.value)
  })
  document.querySelector('form.examples')?.addEventListener('submit', (event) => {
    event.preventDefault()
    box.value = event.submitter.value
    void send(desk, box.value)
  })
}

async function send(desk, question) {
  if (desk.isBusy) return
  setBusy(desk, true)
  setProblem(desk, '')
  try {
    const answer = await fetch('/ask', {
      method: 'POST',
      mode: 'same-origin',
      headers: { Accept: fragmentType },
      body: toBody(desk.form, question),
    })
    const text = await answer.text()
    setBusy(desk, false)
    if (answer.ok) show(desk, text)
    else setProblem(desk, text)
  } catch {
    setBusy(desk, false)
    setProblem(desk, 'Ich erreiche den Server gerade nicht. Deine Frage steht noch im Feld.')
  }
}

function toBody(form, question) {
  const body = new URLSearchParams({ question })
  for (const input of form.querySelectorAll('[name=earlier]')) body.append('earlier', input.value)
  return body
}

// The markup is the server's own: every word of it was escaped there.
function show({ form, box }, markup) {
  const thread = document.querySelector('#thread')
  thread.insertAdjacentHTML('beforeend', markup)
  document.querySelector('main').classList.add('asked')
  form.querySelector('label').textContent = 'Nachfrage'
  form.querySelector('.new').hidden = false
  box.value = ''
  grow(box)
  const exchange = thread.lastElementChild
  remember(form, exchange.dataset.asked)
  exchange.querySelector('h2').focus({ preventScroll: true })
  exchange.scrollIntoView()
}

// The thread lives in the form alone and ends with the page.
function remember(form, asked) {
  if (!asked.trim()) return
  const input = document.createElement('input')
  Object.assign(input, { type: 'hidden', name: 'earlier', value: asked })
  form.append(input)
  const all = form.querySelectorAll('[name=earlier]')
  if (all.length > longestThread) all[0].remove()
}

// Not `disabled`: that would take the focus from whoever sent by this button.
function setBusy(desk, isBusy) {
  desk.isBusy = isBusy
  for (const button of document.querySelectorAll('main button')) {
    button.setAttribute('aria-disabled', String(isBusy))
  }
  desk.form.querySelector('.state').textContent = isBusy ? 'sucht …' : ''
}

function setProblem({ form }, text) {
  form.querySelector('.problem p').textContent = text
  form.querySelector('.problem button').hidden = !text
}

// For browsers that do not know `field-sizing`.
function grow(box) {
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
}

function startJumping(player) {
  document.addEventListener('click', (event) => {
    const start = event.target.closest?.('.clock')?.dataset.start
    if (start === undefined) return
    player.currentTime = Number(start)
    player.play().catch(() => undefined)
  })
}
