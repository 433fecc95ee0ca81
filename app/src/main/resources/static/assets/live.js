// What happens to tasks while somebody looks, by server-sent events. After any gap the page reads all again.
export const startLive = (on) => {
  if (!window.EventSource) return;
  const root = document.documentElement;
  let stream = null;
  let before = false;

  const open = () => {
    if (stream) return;
    stream = new EventSource(`${document.body.dataset.base}review/stream`);
    stream.addEventListener('open', (event) => {
      // The connection itself says "open" too, and carries no data.
      if (event.data === undefined) return;
      root.dataset.live = 'on';
      if (before) on.refresh();
      before = true;
    });
    stream.addEventListener('refresh', () => on.refresh());
    stream.addEventListener('task', (event) => on.task(JSON.parse(event.data)));
    stream.onerror = () => {
      root.dataset.live = 'off';
    };
  };
  const close = () => {
    if (stream) stream.close();
    stream = null;
    root.dataset.live = 'off';
  };

  // A browser grants one server few connections: tabs that nobody looks at must not hold them all.
  const look = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', close);
  look();
};
