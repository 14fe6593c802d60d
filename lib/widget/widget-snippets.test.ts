import { expect, test } from 'vitest'
import { readWidgetChoice, widgetSnippets } from './widget-snippets'

test('a snippet has what was chosen, and nothing that is as it is anyway', () => {
  expect(widgetSnippets(readWidgetChoice({}), 'https://acque.example', 'Planned interruptions').script).toBe(
    '<script src="https://acque.example/widget.js" async></script>',
  )
  expect(widgetSnippets(readWidgetChoice({ language: 'it', colour: 'blue' }), 'https://acque.example', 'T').script).toBe(
    '<script src="https://acque.example/widget.js" data-language="it" data-colour="blue" async></script>',
  )
})

test('a name with marks does not break out of its attribute', () => {
  const { script, frame } = widgetSnippets(readWidgetChoice({ town: '"><script>alert(1)</script>' }), 'https://acque.example', 'T')
  expect(script).toContain('data-town="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(frame).not.toContain('<script')
})
