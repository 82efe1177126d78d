// Leads on from an address that something had once, to the same place on the page where it stands today.
location.replace(new URL(document.currentScript.dataset.to, location.href).href + location.hash);
