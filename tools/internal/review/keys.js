addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey || !"jk".includes(e.key)) return;
  const here = document.querySelector(".note:target");
  const to = here ? here.querySelector(e.key == "j" ? "[rel=next]" : "[rel=prev]") : document.querySelector(".note .number");
  if (to) location.hash = to.hash;
});
