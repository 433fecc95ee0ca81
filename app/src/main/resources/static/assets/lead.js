// Draws each chart from the table that stands under it: what is drawn is what can be read.
document.addEventListener('DOMContentLoaded', () => {
  if (!window.Chart) return;
  const style = getComputedStyle(document.documentElement);
  const value = name => style.getPropertyValue(name).trim();
  const colours = { held: '--held-bar', final: '--final-bar', machine: '--machine-bar', accent: '--accent' };
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = value('--soft');
  Chart.defaults.borderColor = value('--line');
  Chart.defaults.animation = false;
  for (const canvas of document.querySelectorAll('canvas[data-chart]')) {
    const table = document.getElementById(canvas.dataset.of);
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
    const kind = canvas.dataset.chart;
    const shades = canvas.dataset.colours.split(',');
    const datasets = canvas.dataset.columns.split(',').map((column, i) => ({
      label: heads[column],
      data: rows.map(row => Number(row.cells[column].textContent.replace(/,/g, ''))),
      backgroundColor: value(colours[shades[i]]),
      borderColor: value(colours[shades[i]]),
      borderWidth: kind === 'line' ? 2 : 0, pointRadius: 0, pointHitRadius: 8, maxBarThickness: 18, tension: 0
    }));
    const flat = kind === 'rows' || kind === 'stack';
    const count = { beginAtZero: true, stacked: kind === 'stack', ticks: { precision: 0 }, title: { display: true, text: 'tasks' } };
    const names = { stacked: kind === 'stack', grid: { display: false }, ticks: { maxRotation: 0, autoSkip: !flat } };
    new Chart(canvas, {
      type: kind === 'line' ? 'line' : 'bar',
      data: { labels: rows.map(row => row.cells[0].textContent), datasets },
      options: {
        indexAxis: flat ? 'y' : 'x', maintainAspectRatio: false,
        scales: flat ? { x: count, y: names } : { y: count, x: names },
        plugins: { legend: { display: datasets.length > 1, position: 'bottom', labels: { boxWidth: 12, boxHeight: 12 } } }
      }
    });
  }
});
