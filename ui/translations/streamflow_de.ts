<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>{name}: settings, sign out</source>
        <translation>{name}: Einstellungen, Abmelden</translation>
    </message>
    <message>
        <source>Switch account</source>
        <translation>Konto wechseln</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden…</translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation>Anderes Konto…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Clock in</source>
        <translation>Einstempeln</translation>
    </message>
    <message>
        <source>Clock in on a job…</source>
        <translation>Auf Auftrag einstempeln…</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Ausstempeln</translation>
    </message>
    <message>
        <source>Switch job…</source>
        <translation>Auftrag wechseln…</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Take an unpaid meal break</source>
        <translation>Unbezahlte Essenspause beginnen</translation>
    </message>
    <message>
        <source>Take a paid rest</source>
        <translation>Bezahlte Pause beginnen</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation>Fehlende Zeit nachtragen…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation>Schneller Lead</translation>
    </message>
    <message>
        <source>Import leads from a file…</source>
        <translation>Leads aus einer Datei importieren…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>Rückgängig: {change}</translation>
    </message>
    <message>
        <source>Next item that needs attention</source>
        <translation>Nächster Punkt, der zu klären ist</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Switch to light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Switch to dark theme</source>
        <translation>Dunkles Design</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Switch account…</source>
        <translation>Konto wechseln…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden…</translation>
    </message>
</context>
<context>
    <name>ActivityChart</name>
    <message>
        <source>Sync activity</source>
        <translation>Verlauf des Abgleichs</translation>
    </message>
    <message>
        <source>{sent} sent, {received} received</source>
        <translation>{sent} gesendet, {received} empfangen</translation>
    </message>
    <message>
        <source>offline from {start} to {end}</source>
        <translation>offline von {start} bis {end}</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Week before</source>
        <translation>Woche zuvor</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Woche danach</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>{number} is {status}; it is not planned for another day any more.</source>
        <translation>{number}: {status}. Auf einen anderen Tag wird er nicht mehr geplant.</translation>
    </message>
    <message>
        <source>{number} is planned for {day}</source>
        <translation>{number} ist für {day} geplant</translation>
    </message>
</context>
<context>
    <name>AlikeNote</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Checked on this device only.</source>
        <translation>Nur auf diesem Gerät geprüft.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>Mit {name} zusammenführen</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Add photo…</source>
        <translation>Foto hinzufügen…</translation>
    </message>
    <message>
        <source>Another photo…</source>
        <translation>Weiteres Foto…</translation>
    </message>
    <message>
        <source>{item} (optional)</source>
        <translation>{item} (freiwillig)</translation>
    </message>
</context>
<context>
    <name>AttachmentRow</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Photos and files</source>
        <translation>Fotos und Dateien</translation>
    </message>
    <message>
        <source>Nothing here yet. Add a photo, or drop a file here.</source>
        <translation>Noch nichts hier. Foto hinzufügen oder eine Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>Add photo or file</source>
        <translation>Foto oder Datei hinzufügen</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Add photos or files</source>
        <translation>Fotos oder Dateien hinzufügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt…</translation>
    </message>
    <message>
        <source>As you have set it, only what you fetch is carried; the rest waits.</source>
        <translation>Wie eingestellt, wird nur übertragen, was geholt wird; der Rest wartet.</translation>
    </message>
    <message>
        <source>Nothing on this computer opens {name}. Save a copy instead.</source>
        <translation>Auf diesem Computer öffnet nichts {name}. Stattdessen eine Kopie speichern.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Remove {name}? It goes for everybody.</source>
        <translation>{name} entfernen? Es verschwindet für alle.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Show what it waits for</source>
        <translation>Worauf es wartet</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>made {t}</source>
        <translation>erfasst {t}</translation>
    </message>
    <message>
        <source>The server&apos;s words: {text}</source>
        <translation>Wortlaut des Servers: {text}</translation>
    </message>
    <message>
        <source>What you entered is kept on this device.</source>
        <translation>Die Eingabe ist auf diesem Gerät gesichert.</translation>
    </message>
    <message>
        <source>1 later change waits behind it.</source>
        <translation>1 spätere Änderung wartet dahinter.</translation>
    </message>
    <message>
        <source>{count} later changes wait behind it.</source>
        <translation>{count} spätere Änderungen warten dahinter.</translation>
    </message>
    <message>
        <source>Mended, and saved on this device to be sent again.</source>
        <translation>Berichtigt und auf diesem Gerät gespeichert; wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>It will be sent again.</source>
        <translation>Es wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Discard this change? It goes to the trash and can be brought back for 30 days.</source>
        <translation>Diese Änderung verwerfen? Sie kommt in den Papierkorb und lässt sich 30 Tage lang zurückholen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Moved to the trash.</source>
        <translation>In den Papierkorb verschoben.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>{trouble} Nothing was lost.</source>
        <translation>{trouble} Nichts ging verloren.</translation>
    </message>
</context>
<context>
    <name>AttentionScreen</name>
    <message>
        <source>To decide</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseite</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Number of changes that need you</source>
        <translation>Anzahl der Änderungen, die zu klären sind</translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts zu klären</translation>
    </message>
    <message>
        <source>When the server can&apos;t take something, it waits here with what happened and what you can do. {key} brings you to it.</source>
        <translation>Was der Server nicht annehmen kann, wartet hier: mit dem, was geschah, und dem, was sich tun lässt. {key} führt dorthin.</translation>
    </message>
    <message>
        <source>Two people changed this</source>
        <translation>Zwei Personen haben dies geändert</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Notifications: {count} unread</source>
        <translation>Mitteilungen: {count} ungelesen</translation>
    </message>
    <message>
        <source>Notifications: all read</source>
        <translation>Mitteilungen: alle gelesen</translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>It can&apos;t go further in this direction.</source>
        <translation>In diese Richtung geht es nicht weiter.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Move to {column}</source>
        <translation>Nach {column} verschieben</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Drag a card, or press Shift with an arrow key; Enter opens it.</source>
        <translation>Karte ziehen oder Umschalt mit einer Pfeiltaste drücken; die Eingabetaste öffnet sie.</translation>
    </message>
    <message>
        <source>{text} – saved on this device</source>
        <translation>{text} – auf diesem Gerät gespeichert</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Diagnostics for support</source>
        <translation>Diagnose für den Support</translation>
    </message>
    <message>
        <source>Versions, counts, checks and the log, without names, phone numbers, notes or sign-in data.</source>
        <translation>Versionen, Anzahlen, Prüfungen und das Protokoll; ohne Namen, Telefonnummern, Notizen oder Anmeldedaten.</translation>
    </message>
    <message>
        <source>What the bundle holds</source>
        <translation>Was das Paket enthält</translation>
    </message>
    <message>
        <source>Show what it holds</source>
        <translation>Inhalt zeigen</translation>
    </message>
    <message>
        <source>Save the bundle…</source>
        <translation>Paket speichern…</translation>
    </message>
    <message>
        <source>Save the bundle</source>
        <translation>Paket speichern</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>Archiv (*.zip)</translation>
    </message>
    <message>
        <source>The bundle is in {name}.</source>
        <translation>Das Paket liegt in {name}.</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Nothing here</source>
        <translation>Nichts hier</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation>Welche Änderungen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nichts zu senden</translation>
    </message>
    <message>
        <source>What you save shows here until the server has it, and for a while after.</source>
        <translation>Gespeichertes steht hier, bis der Server es hat, und noch eine Weile danach.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>This work order has no checklist.</source>
        <translation>Dieser Auftrag hat keine Checkliste.</translation>
    </message>
    <message>
        <source>Change the checklist</source>
        <translation>Checkliste ändern</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} von {count}</translation>
    </message>
</context>
<context>
    <name>ChecklistChange</name>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
</context>
<context>
    <name>ChecklistEditor</name>
    <message>
        <source>Add checklist item</source>
        <translation>Punkt hinzufügen</translation>
    </message>
</context>
<context>
    <name>ChecklistForm</name>
    <message>
        <source>Change the checklist</source>
        <translation>Checkliste ändern</translation>
    </message>
    <message>
        <source>Save the checklist</source>
        <translation>Checkliste speichern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Where you are goes with each punch. Settings switch it off.</source>
        <translation>Wo Sie sind, geht mit jeder Stempelung mit. Die Einstellungen schalten das aus.</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Ausstempeln</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>Pause machen</translation>
    </message>
    <message>
        <source>Switch job…</source>
        <translation>Auftrag wechseln…</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>No job chosen</source>
        <translation>Kein Auftrag gewählt</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Einstempeln</translation>
    </message>
    <message>
        <source>Clock in on a job…</source>
        <translation>Auf Auftrag einstempeln…</translation>
    </message>
    <message>
        <source>Worked today {time}</source>
        <translation>Heute gearbeitet: {time}</translation>
    </message>
    <message>
        <source>travel {time}</source>
        <translation>Fahrt {time}</translation>
    </message>
    <message>
        <source>break {time}</source>
        <translation>Pause {time}</translation>
    </message>
    <message>
        <source>Unpaid meal</source>
        <translation>Essenspause, unbezahlt</translation>
    </message>
    <message>
        <source>Paid rest</source>
        <translation>Pause, bezahlt</translation>
    </message>
</context>
<context>
    <name>ClockFace</name>
    <message>
        <source>Time on the clock</source>
        <translation>Eingestempelte Zeit</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>Not in the file</source>
        <translation>Nicht in der Datei</translation>
    </message>
</context>
<context>
    <name>ConnectionPill</name>
    <message>
        <source>Open Sync</source>
        <translation>Abgleich öffnen</translation>
    </message>
    <message>
        <source>Connection. Opens Sync.</source>
        <translation>Verbindung. Öffnet den Abgleich.</translation>
    </message>
</context>
<context>
    <name>ConvertPanel</name>
    <message>
        <source>Make a work order</source>
        <translation>Auftrag anlegen</translation>
    </message>
    <message>
        <source>Make work order</source>
        <translation>Auftrag anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>New customer: {name}</source>
        <translation>Neuer Kunde: {name}</translation>
    </message>
    <message>
        <source>The customer of this lead</source>
        <translation>Der Kunde dieses Leads</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Bitte angeben, was zu tun ist.</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>The lead is won, and customer and work order are saved together.</source>
        <translation>Der Lead ist gewonnen; Kunde und Auftrag werden zusammen gespeichert.</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>Correct this entry</source>
        <translation>Diesen Eintrag korrigieren</translation>
    </message>
    <message>
        <source>This week is approved. It is returned first, and corrected then.</source>
        <translation>Diese Woche ist freigegeben. Sie wird zuerst zurückgegeben und dann korrigiert.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It stays beside the correction.</source>
        <translation>Er bleibt bei der Korrektur stehen.</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Korrektur speichern</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Diesen Eintrag entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Bitte den Grund angeben.</translation>
    </message>
    <message>
        <source>The times are as they were. Change one of them, or close this.</source>
        <translation>Die Zeiten sind wie zuvor. Bitte eine davon ändern oder schließen.</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>von {name}</translation>
    </message>
</context>
<context>
    <name>CrewCard</name>
    <message>
        <source>Your crew</source>
        <translation>Ihr Team</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Stempeluhr</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Ausstempeln</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Einstempeln</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>E-Mail schreiben</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Kein Kunde</translation>
    </message>
</context>
<context>
    <name>CustomerCards</name>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Add site</source>
        <translation>Standort hinzufügen</translation>
    </message>
    <message>
        <source>Where work is done, if not at the address above.</source>
        <translation>Wo gearbeitet wird, wenn nicht an der Adresse oben.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Ansprechpartner hinzufügen</translation>
    </message>
    <message>
        <source>Who to ask for there.</source>
        <translation>Wen man dort fragt.</translation>
    </message>
    <message>
        <source>What they are there</source>
        <translation>Aufgabe dort</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>No work orders on this device.</source>
        <translation>Keine Aufträge auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>No leads on this device.</source>
        <translation>Keine Leads auf diesem Gerät.</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Contact</source>
        <translation>Kontaktdaten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Delete customer…</source>
        <translation>Kunden löschen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>Nicht gespeichert: {trouble} Die Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Delete this customer for everybody? Work orders and leads stay. It can be undone.</source>
        <translation>Diesen Kunden für alle löschen? Aufträge und Leads bleiben. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete customer</source>
        <translation>Kunden löschen</translation>
    </message>
    <message>
        <source>Customer deleted – saved on this device</source>
        <translation>Kunde gelöscht – auf diesem Gerät gespeichert</translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>This customer is not on this device any more.</source>
        <translation>Dieser Kunde ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>The search looks at what is on this device.</source>
        <translation>Gesucht wird in dem, was auf diesem Gerät ist.</translation>
    </message>
    <message>
        <source>No customer like that</source>
        <translation>Kein solcher Kunde</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>The customers of your work orders show here by themselves.</source>
        <translation>Die Kunden Ihrer Aufträge erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kunden</translation>
    </message>
    <message>
        <source>Number of customers</source>
        <translation>Anzahl der Kunden</translation>
    </message>
    <message>
        <source>Name, phone, address…</source>
        <translation>Name, Telefon, Adresse…</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>Timeline of the day</source>
        <translation>Zeitleiste des Tages</translation>
    </message>
    <message>
        <source>No time on this day yet</source>
        <translation>An diesem Tag noch keine Zeit</translation>
    </message>
    <message>
        <source>{gap}: click to add time</source>
        <translation>{gap}: klicken, um Zeit nachzutragen</translation>
    </message>
</context>
<context>
    <name>DeletedBin</name>
    <message>
        <source>What you or somebody else deletes stays here for 30 days and comes back as it was.</source>
        <translation>Gelöschtes bleibt hier 30 Tage und kommt zurück, wie es war.</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days</source>
        <translation>In den letzten 30 Tagen wurde nichts gelöscht</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Deleted in the last 30 days</source>
        <translation>In den letzten 30 Tagen gelöscht</translation>
    </message>
    <message>
        <source>Brought back – saved on this device.</source>
        <translation>Zurückgeholt – auf diesem Gerät gespeichert.</translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <source>Demo. The server runs on this computer.</source>
        <translation>Demo. Der Server läuft auf diesem Computer.</translation>
    </message>
    <message>
        <source>Network is up</source>
        <translation>Netz ist da</translation>
    </message>
    <message>
        <source>Network is cut</source>
        <translation>Netz ist getrennt</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation>Netz trennen</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Wieder verbinden</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
</context>
<context>
    <name>FetchCard</name>
    <message>
        <source>Fetching your work</source>
        <translation>Ihre Arbeit wird geholt</translation>
    </message>
    <message>
        <source>Organisation and people</source>
        <translation>Organisation und Personen</translation>
    </message>
    <message>
        <source>Your open work</source>
        <translation>Ihre offenen Aufträge</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Nothing like that on this device.</source>
        <translation>Nichts dergleichen auf diesem Gerät.</translation>
    </message>
</context>
<context>
    <name>FixForm</name>
    <message>
        <source>Save and send again</source>
        <translation>Speichern und noch einmal senden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>To follow up</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>All that are to be followed up: {count}</source>
        <translation>Alle zur Wiedervorlage: {count}</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation>{name} anrufen</translation>
    </message>
</context>
<context>
    <name>FollowersCard</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>Nicht gespeichert: {trouble} Die Eingabe ist noch da.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Travelling</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>What you type is in this window only: {trouble}</source>
        <translation>Eingaben sind nur in diesem Fenster: {trouble}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Work orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Call customer</source>
        <translation>Kunden anrufen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Change the work order…</source>
        <translation>Auftrag ändern…</translation>
    </message>
    <message>
        <source>Save the job report…</source>
        <translation>Arbeitsbericht speichern…</translation>
    </message>
    <message>
        <source>Attach the job report</source>
        <translation>Arbeitsbericht anhängen</translation>
    </message>
    <message>
        <source>number when sent</source>
        <translation>Nummer beim Senden</translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation>geplant {time}</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>Ihnen zugewiesen</translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation>zugewiesen an {name}</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>noch niemandem zugewiesen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>StreamFlow Field</source>
        <translation>StreamFlow Field</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Who changed what, and when.</source>
        <translation>Wer was wann geändert hat.</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Everything that was changed, the newest first.</source>
        <translation>Alles, was geändert wurde, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>The server can&apos;t be asked now. This is what was done on this device.</source>
        <translation>Der Server ist gerade nicht erreichbar. Dies wurde auf diesem Gerät getan.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>{what} added: {name}</source>
        <translation>{what} hinzugefügt: {name}</translation>
    </message>
    <message>
        <source>{what} removed: {name}</source>
        <translation>{what} entfernt: {name}</translation>
    </message>
    <message>
        <source>{what} brought back: {name}</source>
        <translation>{what} zurückgeholt: {name}</translation>
    </message>
    <message>
        <source>{field}: {after}</source>
        <translation>{field}: {after}</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import leads from a file</source>
        <translation>Leads aus einer Datei importieren</translation>
    </message>
    <message>
        <source>Leave out those that look like somebody who is here already</source>
        <translation>Auslassen, wer nach jemandem aussieht, der schon da ist</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>Diesen Import zurücknehmen</translation>
    </message>
    <message>
        <source>Back to the leads</source>
        <translation>Zurück zu den Leads</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>Leads importieren</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen…</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>Der Import wird zurückgenommen…</translation>
    </message>
    <message>
        <source>Taken back: {count}. The file can be imported again.</source>
        <translation>Zurückgenommen: {count}. Die Datei lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>Left, since they had been sent: {count}. The office can delete them.</source>
        <translation>Geblieben, da schon gesendet: {count}. Das Büro kann sie löschen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>{done} of {total} are saved on this device.</source>
        <translation>{done} von {total} sind auf diesem Gerät gespeichert.</translation>
    </message>
    <message>
        <source>What was imported before is kept; the file is as it was.</source>
        <translation>Was schon importiert wurde, bleibt; die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>Leads saved on this device: {count}.</source>
        <translation>Auf diesem Gerät gespeicherte Leads: {count}.</translation>
    </message>
    <message>
        <source>Already imported before: {count}.</source>
        <translation>Schon früher importiert: {count}.</translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation>Ausgelassen: {count}.</translation>
    </message>
    <message>
        <source>Stopped: import the file again to go on.</source>
        <translation>Angehalten: Zum Fortfahren die Datei noch einmal importieren.</translation>
    </message>
    <message>
        <source>Any table with a heading row will do: comma, semicolon or tab between cells.</source>
        <translation>Jede Tabelle mit einer Kopfzeile: Komma, Strichpunkt oder Tabulator zwischen den Zellen.</translation>
    </message>
    <message>
        <source>Ready: {count}.</source>
        <translation>Bereit: {count}.</translation>
    </message>
    <message>
        <source>Imported before: {count}.</source>
        <translation>Früher importiert: {count}.</translation>
    </message>
    <message>
        <source>Twice in the file: {count}.</source>
        <translation>Doppelt in der Datei: {count}.</translation>
    </message>
    <message>
        <source>Look like somebody who is here already: {count}.</source>
        <translation>Sehen nach jemandem aus, der schon da ist: {count}.</translation>
    </message>
    <message>
        <source>With a mistake, so left out: {count}.</source>
        <translation>Fehlerhaft, daher ausgelassen: {count}.</translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation>Zeile {line}: {message}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Import {count} leads</source>
        <translation>{count} Leads importieren</translation>
    </message>
    <message>
        <source>Import 1 lead</source>
        <translation>1 Lead importieren</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>such as Pa</source>
        <translation>etwa Pa</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>Zur Auswahl</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Remove this item</source>
        <translation>Diesen Punkt entfernen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>{item}: {text} is not a number.</source>
        <translation>{item}: {text} ist keine Zahl.</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Haken</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>JobPicker</name>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Number, title or customer…</source>
        <translation>Nummer, Titel oder Kunde…</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>Auftrag suchen</translation>
    </message>
    <message>
        <source>No open work order like that on this device.</source>
        <translation>Kein solcher offener Auftrag auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Work on this one</source>
        <translation>An diesem arbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Which job?</source>
        <translation>Welcher Auftrag?</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>LeadFilters</name>
    <message>
        <source>All stages</source>
        <translation>Alle Phasen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By follow-up</source>
        <translation>Nach Wiedervorlage</translation>
    </message>
    <message>
        <source>To follow up: {count}</source>
        <translation>Wiedervorlage: {count}</translation>
    </message>
    <message>
        <source>Name, phone, address…</source>
        <translation>Name, Telefon, Adresse…</translation>
    </message>
    <message>
        <source>Search leads</source>
        <translation>Leads suchen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
</context>
<context>
    <name>LeadForm</name>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
</context>
<context>
    <name>LeadHead</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back what was typed and not saved</source>
        <translation>Nicht gespeicherte Eingaben zurücknehmen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>LeadInspector</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>Speichern und neu</translation>
    </message>
    <message>
        <source>Make work order</source>
        <translation>Auftrag anlegen</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>Nicht gespeichert: {trouble} Die Eingabe ist noch da.</translation>
    </message>
</context>
<context>
    <name>LeadsScreen</name>
    <message>
        <source>New lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>How to look at them</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation>Dieser Lead ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Number of leads</source>
        <translation>Anzahl der Leads</translation>
    </message>
    <message>
        <source>Search and filters look at what is on this device.</source>
        <translation>Suche und Filter gelten für das, was auf diesem Gerät ist.</translation>
    </message>
    <message>
        <source>No lead like that</source>
        <translation>Kein solcher Lead</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Enter one here, or bring a list in from a file. It works without a connection.</source>
        <translation>Hier einen eingeben oder eine Liste aus einer Datei holen. Das geht ohne Verbindung.</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>Noch keine Leads</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Save what you typed first.</source>
        <translation>Zuerst die Eingabe speichern.</translation>
    </message>
    <message>
        <source>Merged – saved on this device</source>
        <translation>Zusammengeführt – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Work order made – saved on this device</source>
        <translation>Auftrag angelegt – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No lead is open</source>
        <translation>Kein Lead ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one from the list, or enter a new one.</source>
        <translation>Einen aus der Liste wählen oder einen neuen eingeben.</translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>Not everything is sent yet</source>
        <translation>Noch ist nicht alles gesendet</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Sign out and keep them here</source>
        <translation>Abmelden und hier behalten</translation>
    </message>
    <message>
        <source>Sign out and keep it here</source>
        <translation>Abmelden und hier behalten</translation>
    </message>
    <message>
        <source>Save a copy of unsent data</source>
        <translation>Kopie der nicht gesendeten Daten speichern</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What this was typed for is not on this device any more. It is kept until you throw it away.</source>
        <translation>Der Datensatz dazu ist nicht mehr auf diesem Gerät. Der Text bleibt erhalten, bis er verworfen wird.</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>Die Liste lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>{name}, enter your PIN. Your work is as you left it, and the clock keeps running.</source>
        <translation>{name}, bitte die PIN eingeben. Die Arbeit ist, wie sie war, und die Uhr läuft weiter.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Forgot the PIN?</source>
        <translation>PIN vergessen?</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Jemand anderes…</translation>
    </message>
    <message>
        <source>Sign in with the password of {email}. The PIN is removed, and you can choose another one.</source>
        <translation>Mit dem Passwort von {email} anmelden. Die PIN wird entfernt; danach lässt sich eine neue wählen.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation>Zurück zur PIN</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Merge two leads</source>
        <translation>Zwei Leads zusammenführen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not merged: {trouble} Both leads are as they were.</source>
        <translation>Nicht zusammengeführt: {trouble} Beide Leads sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The other lead leaves the list. Its notes and photos are shown with this one.</source>
        <translation>Der andere Lead verschwindet aus der Liste. Seine Notizen und Fotos stehen bei diesem.</translation>
    </message>
    <message>
        <source>The lead that stays</source>
        <translation>Der Lead, der bleibt</translation>
    </message>
</context>
<context>
    <name>MergedCard</name>
    <message>
        <source>Merged into this lead</source>
        <translation>Mit diesem Lead zusammengeführt</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Zusammenführung aufheben</translation>
    </message>
    <message>
        <source>Undo the merge of {name}</source>
        <translation>Zusammenführung von {name} aufheben</translation>
    </message>
</context>
<context>
    <name>MissedTime</name>
    <message>
        <source>Add missed time</source>
        <translation>Fehlende Zeit nachtragen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It stays beside the entry.</source>
        <translation>Er bleibt beim Eintrag stehen.</translation>
    </message>
    <message>
        <source>Add time</source>
        <translation>Zeit nachtragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Bitte den Grund angeben.</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Kein Auftrag</translation>
    </message>
    <message>
        <source>For time that you worked and did not clock. It is marked as entered by hand.</source>
        <translation>Für gearbeitete Zeit, die nicht gestempelt wurde. Sie wird als von Hand eingetragen gekennzeichnet.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
</context>
<context>
    <name>MissingBin</name>
    <message>
        <source>The server was restored from a backup that lacks these, and no device has sent them again. Enter them again as they were, or let them go.</source>
        <translation>Der Server wurde aus einer Sicherung wiederhergestellt, der diese fehlen, und kein Gerät hat sie noch einmal gesendet. So wieder eingeben oder darauf verzichten.</translation>
    </message>
    <message>
        <source>Nothing is set aside</source>
        <translation>Nichts beiseitegelegt</translation>
    </message>
    <message>
        <source>The server has all that this device has.</source>
        <translation>Der Server hat alles, was dieses Gerät hat.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseite</translation>
    </message>
    <message>
        <source>Let go…</source>
        <translation>Verzichten…</translation>
    </message>
    <message>
        <source>can be entered again</source>
        <translation>lässt sich wieder eingeben</translation>
    </message>
    <message>
        <source>your administrator enters it again</source>
        <translation>gibt die Administration wieder ein</translation>
    </message>
    <message>
        <source>Entered again – saved on this device.</source>
        <translation>Wieder eingegeben – auf diesem Gerät gespeichert.</translation>
    </message>
    <message>
        <source>Let go. It stays only in the server&apos;s own backups.</source>
        <translation>Aufgegeben. Es bleibt nur in den Sicherungen des Servers.</translation>
    </message>
    <message>
        <source>Let it go? It is removed from this device and can&apos;t be brought back here.</source>
        <translation>Darauf verzichten? Es wird von diesem Gerät entfernt und lässt sich hier nicht zurückholen.</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Verzichten</translation>
    </message>
</context>
<context>
    <name>NewWorkOrderPage</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>Nicht gespeichert: {trouble} Die Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Neuer Auftrag</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>This lead was merged into {name}.</source>
        <translation>Dieser Lead wurde mit {name} zusammengeführt.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation>Dieser Lead ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This lead is not on this device any more. What you typed is still here.</source>
        <translation>Dieser Lead ist nicht mehr auf diesem Gerät. Die Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>Keep as a new lead</source>
        <translation>Als neuen Lead behalten</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>You are told here when somebody gives you work, plans it anew or corrects your time.</source>
        <translation>Hier steht, wenn jemand Ihnen Arbeit gibt, sie neu plant oder Ihre Zeit korrigiert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{what} is no longer on this device. It may be somebody else&apos;s now.</source>
        <translation>{what} ist nicht mehr auf diesem Gerät, vielleicht jetzt bei jemand anderem.</translation>
    </message>
    <message>
        <source>This record</source>
        <translation>Dieser Datensatz</translation>
    </message>
</context>
<context>
    <name>NewsRow</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation>Öffnen: {what}</translation>
    </message>
    <message>
        <source>Delete: {what}</source>
        <translation>Löschen: {what}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Notiz schreiben…</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>{trouble} What you wrote is still here.</source>
        <translation>{trouble} Das Geschriebene ist noch da.</translation>
    </message>
</context>
<context>
    <name>OrderCards</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>OrderFields</name>
    <message>
        <source>Choose a customer from the list, or leave this empty.</source>
        <translation>Einen Kunden aus der Liste wählen oder leer lassen.</translation>
    </message>
    <message>
        <source>Hours are a number, such as 2 or 1.5.</source>
        <translation>Stunden sind eine Zahl wie 2 oder 1,5.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>I do it myself</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>No crew</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Type a few letters of a customer on this device</source>
        <translation>Ein paar Buchstaben eines Kunden auf diesem Gerät</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>etwa {day}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>such as 9:30</source>
        <translation>etwa 9:30</translation>
    </message>
    <message>
        <source>Planned hours</source>
        <translation>Geplante Stunden</translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation>etwa 1,5</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wer es macht</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>such as 2 or 1.5</source>
        <translation>etwa 2 oder 1,5</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>such as m or kg; empty for pieces</source>
        <translation>etwa m oder kg; leer für Stück</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>Save part</source>
        <translation>Teil speichern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>Parts and materials</source>
        <translation>Teile und Material</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>Noch nichts eingetragen.</translation>
    </message>
    <message>
        <source>Add part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>{price} each, {total} in all</source>
        <translation>je {price}, zusammen {total}</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Remove {name}? It goes for everybody.</source>
        <translation>{name} entfernen? Es verschwindet für alle.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>PIN for this device</source>
        <translation>PIN für dieses Gerät</translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation>Neue PIN, 4 bis 12 Ziffern</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>For a device that several people use: after a pause the window is locked until you enter your PIN. The clock keeps running, nothing that you typed is lost, and your password always gets you in.</source>
        <translation>Für ein Gerät, das mehrere nutzen: Nach einer Pause ist das Fenster gesperrt, bis die PIN eingegeben wird. Die Uhr läuft weiter, keine Eingabe geht verloren, und mit dem Passwort kommen Sie immer hinein.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>after {minutes} min</source>
        <translation>nach {minutes} min</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von der Organisation festgelegt.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Von selbst sperren</translation>
    </message>
    <message>
        <source>The PIN is set. It is asked for when this window was locked.</source>
        <translation>Die PIN ist gesetzt. Sie wird verlangt, wenn dieses Fenster gesperrt war.</translation>
    </message>
    <message>
        <source>A PIN is set.</source>
        <translation>Eine PIN ist gesetzt.</translation>
    </message>
    <message>
        <source>No PIN is set: the window never locks.</source>
        <translation>Keine PIN gesetzt: Das Fenster wird nie gesperrt.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>PIN ändern</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>PIN setzen</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Change the work order</source>
        <translation>Auftrag ändern</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>PlanNotice</name>
    <message>
        <source>It was planned for: {before}.</source>
        <translation>Geplant war: {before}.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>It was assigned to: {name}.</source>
        <translation>Zugewiesen war: {name}.</translation>
    </message>
    <message>
        <source>The plan has changed since you last looked.</source>
        <translation>Der Plan hat sich seit dem letzten Ansehen geändert.</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Saved on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>StreamFlow Field</source>
        <translation>StreamFlow Field</translation>
    </message>
    <message>
        <source>Opening your work…</source>
        <translation>Die Arbeit wird geöffnet…</translation>
    </message>
    <message>
        <source>Your work could not be opened</source>
        <translation>Die Arbeit ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>For {email}. What you saved here stays and is sent afterwards.</source>
        <translation>Für {email}. Hier Gespeichertes bleibt und wird danach gesendet.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>PunchPlaces</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Show on a map where it was at {time}</source>
        <translation>Auf einer Karte zeigen, wo das um {time} war</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back where it was at {time}</source>
        <translation>Zurücknehmen, wo das um {time} war</translation>
    </message>
    <message>
        <source>Location at {time}: {latitude}, {longitude}, within {metres} m</source>
        <translation>Standort um {time}: {latitude}, {longitude}, auf {metres} m genau</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>QuickLead</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>{name} – saved on this device</source>
        <translation>{name} – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Checked on this device only.</source>
        <translation>Nur auf diesem Gerät geprüft.</translation>
    </message>
    <message>
        <source>Name and phone are enough; the rest can follow.</source>
        <translation>Name und Telefon genügen; der Rest kann folgen.</translation>
    </message>
</context>
<context>
    <name>ReachButtons</name>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your work could not be opened</source>
        <translation>Die Arbeit ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>What was made after this file and not sent yet is lost with the newer one.</source>
        <translation>Was nach dieser Datei entstand und noch nicht gesendet war, ist mit der neueren verloren.</translation>
    </message>
    <message>
        <source>Go on with the older file</source>
        <translation>Mit der älteren Datei weitermachen</translation>
    </message>
    <message>
        <source>The file is set aside, not deleted, and everything that the server has is fetched. What was not sent yet stays in the old file.</source>
        <translation>Die Datei wird beiseitegelegt, nicht gelöscht, und alles vom Server neu geholt. Nicht Gesendetes bleibt in der alten Datei.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Neu beginnen</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Save the job report</source>
        <translation>Arbeitsbericht speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Job report saved as {name}.</source>
        <translation>Arbeitsbericht gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Job report attached. It is saved on this device.</source>
        <translation>Arbeitsbericht angehängt. Er ist auf diesem Gerät gespeichert.</translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>Unsent work on another device</source>
        <translation>Nicht Gesendetes auf ein anderes Gerät</translation>
    </message>
    <message>
        <source>If this device is to be repaired or replaced: save what is not sent as an encrypted file, and take it over on another device where you have signed in. It is sent once, wherever it goes out first.</source>
        <translation>Wenn dieses Gerät repariert oder ersetzt wird: nicht Gesendetes als verschlüsselte Datei speichern und auf einem anderen Gerät übernehmen, auf dem Sie angemeldet sind. Gesendet wird es nur einmal, von wo auch immer zuerst.</translation>
    </message>
    <message>
        <source>Passphrase of the file, 8 characters or more</source>
        <translation>Passphrase der Datei, mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>Save encrypted…</source>
        <translation>Verschlüsselt speichern…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Übernehmen…</translation>
    </message>
    <message>
        <source>Saved in {name}, encrypted; changes: {count}. They are still here, too.</source>
        <translation>In {name} gespeichert, verschlüsselt; Änderungen: {count}. Sie sind auch noch hier.</translation>
    </message>
    <message>
        <source>Taken over from {name}; changes: {count}. They are sent from here now.</source>
        <translation>Aus {name} übernommen; Änderungen: {count}. Sie werden nun von hier gesendet.</translation>
    </message>
    <message>
        <source>Save unsent work</source>
        <translation>Nicht Gesendetes speichern</translation>
    </message>
    <message>
        <source>Take over unsent work</source>
        <translation>Nicht Gesendetes übernehmen</translation>
    </message>
    <message>
        <source>Unsent work (*.rescue)</source>
        <translation>Nicht Gesendetes (*.rescue)</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>What only one of you changed is merged. What both changed needs your eye.</source>
        <translation>Was nur eine Seite geändert hat, ist zusammengeführt. Was beide geändert haben, ist zu entscheiden.</translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Two people changed {subject}</source>
        <translation>Zwei Personen haben geändert: {subject}</translation>
    </message>
    <message>
        <source>Your choice is saved on this device, and goes to the server.</source>
        <translation>Die Auswahl ist auf diesem Gerät gespeichert und geht an den Server.</translation>
    </message>
    <message>
        <source>{trouble} Nothing was lost.</source>
        <translation>{trouble} Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Until you decide, what is in place stays; the other value is kept too.</source>
        <translation>Bis zur Entscheidung gilt der jetzige Wert; der andere bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Gilt jetzt</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseite</translation>
    </message>
    <message>
        <source>in place, changed since</source>
        <translation>gilt jetzt, seither geändert</translation>
    </message>
    <message>
        <source>in place · {by}, {when}</source>
        <translation>gilt jetzt · {by}, {when}</translation>
    </message>
</context>
<context>
    <name>RunningClock</name>
    <message>
        <source>Running clock</source>
        <translation>Laufende Uhr</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Ausstempeln</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>In Pause</translation>
    </message>
</context>
<context>
    <name>SavedFilterButton</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Search or filter first, then keep it here</source>
        <translation>Erst suchen oder filtern, dann hier merken</translation>
    </message>
    <message>
        <source>Keep this filter: {filter}</source>
        <translation>Diesen Filter behalten: {filter}</translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation>Diesen Filter vergessen</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or command…</source>
        <translation>Suchen oder Befehl…</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>This computer has no service that says where it is: no place is recorded.</source>
        <translation>Dieser Rechner hat keinen Dienst, der sagt, wo er ist: Es wird kein Ort festgehalten.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Wie dieser Computer</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>As this computer writes them</source>
        <translation>Wie auf diesem Computer</translation>
    </message>
    <message>
        <source>24 hours, 16:30</source>
        <translation>24 Stunden, 16:30</translation>
    </message>
    <message>
        <source>12 hours, 4:30 PM</source>
        <translation>12 Stunden, 4:30 PM</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>As your organisation&apos;s</source>
        <translation>Wie in Ihrer Organisation</translation>
    </message>
    <message>
        <source>Planned weeks begin on</source>
        <translation>Geplante Wochen beginnen am</translation>
    </message>
    <message>
        <source>Weeks of the timesheet begin on {day}; days and overtime are counted in {zone}. Your organisation sets both.</source>
        <translation>Wochen des Stundenzettels beginnen am {day}; Tage und Überstunden werden nach der Zeit von {zone} gezählt. Beides legt Ihre Organisation fest.</translation>
    </message>
    <message>
        <source>after {pause}</source>
        <translation>nach {pause}</translation>
    </message>
    <message>
        <source>When the computer was asleep</source>
        <translation>Wenn der Computer geschlafen hat</translation>
    </message>
    <message>
        <source>If it was asleep for long while you were on the clock, Today asks whether you were at work. Nothing changes until you answer.</source>
        <translation>Hat er lange geschlafen, während Ihre Uhr lief, fragt „Heute“, ob Sie gearbeitet haben. Es ändert sich nichts, bis Sie antworten.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Small, quickest to send</source>
        <translation>Klein, am schnellsten gesendet</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>As taken</source>
        <translation>Wie aufgenommen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Kept in the photo</source>
        <translation>Bleibt im Foto</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Unless the line costs extra</source>
        <translation>Außer wenn die Leitung extra kostet</translation>
    </message>
    <message>
        <source>Only what I fetch; the rest waits</source>
        <translation>Nur was ich hole; der Rest wartet</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Fotos und Dateien</translation>
    </message>
    <message>
        <source>Size of photos</source>
        <translation>Größe der Fotos</translation>
    </message>
    <message>
        <source>Where a photo was taken</source>
        <translation>Aufnahmeort von Fotos</translation>
    </message>
    <message>
        <source>Send and fetch</source>
        <translation>Senden und holen</translation>
    </message>
    <message>
        <source>Records are always sent. Photos and files can wait while this computer says that the line costs extra, or until you say so yourself.</source>
        <translation>Datensätze werden immer gesendet. Fotos und Dateien können warten, solange dieser Computer sagt, dass die Leitung extra kostet, oder bis zu Ihrem Zeichen.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von der Organisation festgelegt.</translation>
    </message>
    <message>
        <source>Location on punches</source>
        <translation>Standort bei Stempelungen</translation>
    </message>
    <message>
        <source>Off unless you switch it on. It says where you are at the moment of a punch, never between. Only you decide. You see it beside your entries and can take it back; your crew lead and the office see it too.</source>
        <translation>Aus, solange Sie ihn nicht einschalten. Er sagt, wo Sie im Augenblick einer Stempelung sind, nie dazwischen. Nur Sie entscheiden darüber. Sie sehen ihn bei Ihren Einträgen und können ihn zurücknehmen; auch Ihre Teamleitung und das Büro sehen ihn.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden…</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On, at punches only</source>
        <translation>An, nur bei Stempelungen</translation>
    </message>
    <message>
        <source>You switched it on {when}.</source>
        <translation>Eingeschaltet am {when}.</translation>
    </message>
    <message>
        <source>You switched it off {when}.</source>
        <translation>Ausgeschaltet am {when}.</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Time is still running. What is clocked after handing in counts as well: the week then says that it has changed, and can be handed in again.</source>
        <translation>Die Zeit läuft noch. Was nach dem Einreichen gestempelt wird, zählt auch: Die Woche sagt dann, dass sie geändert ist, und kann noch einmal eingereicht werden.</translation>
    </message>
    <message>
        <source>Hand in this week</source>
        <translation>Woche einreichen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Zurückgeben…</translation>
    </message>
    <message>
        <source>Handed in – saved on this device</source>
        <translation>Eingereicht – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Approved – saved on this device</source>
        <translation>Freigegeben – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>What is {name} to change? They read this beside the week.</source>
        <translation>Was soll {name} ändern? Es steht dann neben der Woche.</translation>
    </message>
    <message>
        <source>Return the week</source>
        <translation>Woche zurückgeben</translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation>Bitte angeben, was zu ändern ist.</translation>
    </message>
    <message>
        <source>Returned – saved on this device</source>
        <translation>Zurückgegeben – auf diesem Gerät gespeichert</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>StreamFlow Field</source>
        <translation>StreamFlow Field</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Screens</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Server address</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Your office knows it.</source>
        <translation>Das Büro kennt sie.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation>Passphrase für diesen Computer</translation>
    </message>
    <message>
        <source>It protects your sign-in here and is asked for at each start. Keep it in mind.</source>
        <translation>Sie schützt die Anmeldung hier und wird bei jedem Start verlangt. Bitte gut merken.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Sign in to StreamFlow Field</source>
        <translation>Bei StreamFlow Field anmelden</translation>
    </message>
    <message>
        <source>After this you can work without a network.</source>
        <translation>Danach geht die Arbeit auch ohne Netz.</translation>
    </message>
    <message>
        <source>Go on as</source>
        <translation>Weiter als</translation>
    </message>
    <message>
        <source>Or sign in</source>
        <translation>Oder anmelden</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Bitte ausfüllen.</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Sign here with mouse, finger or pen, or use the typed name.</source>
        <translation>Hier mit Maus, Finger oder Stift unterschreiben oder den getippten Namen nehmen.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Who signs?</source>
        <translation>Wer unterschreibt?</translation>
    </message>
    <message>
        <source>Save signature</source>
        <translation>Unterschrift speichern</translation>
    </message>
    <message>
        <source>Use the typed name</source>
        <translation>Getippten Namen nehmen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>{trouble} What was drawn is still here.</source>
        <translation>{trouble} Das Gezeichnete ist noch da.</translation>
    </message>
</context>
<context>
    <name>StageBoard</name>
    <message>
        <source>Leads by stage</source>
        <translation>Leads nach Phase</translation>
    </message>
    <message>
        <source>{name}: {stage}</source>
        <translation>{name}: {stage}</translation>
    </message>
</context>
<context>
    <name>StatusBoard</name>
    <message>
        <source>{number} is {status}</source>
        <translation>{number}: {status}</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Step {position} of {count}: {name}</source>
        <translation>Schritt {position} von {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Were you at work?</source>
        <translation>Haben Sie gearbeitet?</translation>
    </message>
    <message>
        <source>It is kept as it is until you say so.</source>
        <translation>Es bleibt, wie es ist, bis Sie etwas anderes sagen.</translation>
    </message>
    <message>
        <source>Work ended at</source>
        <translation>Arbeitsende um</translation>
    </message>
    <message>
        <source>I was working</source>
        <translation>Ja, gearbeitet</translation>
    </message>
    <message>
        <source>It ended then</source>
        <translation>Da war Schluss</translation>
    </message>
    <message>
        <source>Leave this time out</source>
        <translation>Diese Zeit auslassen</translation>
    </message>
    <message>
        <source>It was a break</source>
        <translation>Es war eine Pause</translation>
    </message>
    <message>
        <source>Are you still at work?</source>
        <translation>Arbeiten Sie noch?</translation>
    </message>
    <message>
        <source>Yes, still working</source>
        <translation>Ja, ich arbeite noch</translation>
    </message>
    <message>
        <source>You mostly stop about {time}, and the clock still runs.</source>
        <translation>Meist ist gegen {time} Schluss, und die Uhr läuft noch.</translation>
    </message>
    <message>
        <source>This computer slept from {since} to {until} while you were on the clock for {job}.</source>
        <translation>Dieser Computer schlief von {since} bis {until}, während Sie auf {job} eingestempelt waren.</translation>
    </message>
    <message>
        <source>This computer slept from {since} to {until} while you were on the clock.</source>
        <translation>Dieser Computer schlief von {since} bis {until}, während Sie eingestempelt waren.</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Save a copy of unsent data…</source>
        <translation>Kopie der nicht gesendeten Daten…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Compare with the server</source>
        <translation>Mit dem Server vergleichen</translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>nothing else is held up</source>
        <translation>sonst wird nichts aufgehalten</translation>
    </message>
    <message>
        <source>nothing needs you</source>
        <translation>nichts zu klären</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>auf dem Weg</translation>
    </message>
    <message>
        <source>nothing on the way</source>
        <translation>nichts auf dem Weg</translation>
    </message>
    <message>
        <source>kept here, sent in order</source>
        <translation>hier gesichert, der Reihe nach gesendet</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>today, confirmed by the server</source>
        <translation>heute, vom Server bestätigt</translation>
    </message>
    <message>
        <source>You are online.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>1 record needs you; it is kept on this device.</source>
        <translation>1 Datensatz ist zu klären; er ist auf diesem Gerät gesichert.</translation>
    </message>
    <message>
        <source>{count} records need you; they are kept on this device.</source>
        <translation>{count} Datensätze sind zu klären; sie sind auf diesem Gerät gesichert.</translation>
    </message>
    <message>
        <source>last contact {time}</source>
        <translation>letzter Kontakt {time}</translation>
    </message>
    <message>
        <source>no contact with the server yet</source>
        <translation>noch kein Kontakt mit dem Server</translation>
    </message>
    <message>
        <source>server clock {seconds} s</source>
        <translation>Uhr des Servers {seconds} s</translation>
    </message>
    <message>
        <source>next try {time}</source>
        <translation>nächster Versuch {time}</translation>
    </message>
    <message>
        <source>device {name}</source>
        <translation>Gerät {name}</translation>
    </message>
    <message>
        <source>Save a copy of unsent data</source>
        <translation>Kopie der nicht gesendeten Daten speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>Letzte 12 Stunden</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Time used</source>
        <translation>Verbrauchte Zeit</translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Time on this job</source>
        <translation>Zeit für diesen Auftrag</translation>
    </message>
    <message>
        <source>you {time}</source>
        <translation>Sie {time}</translation>
    </message>
    <message>
        <source>others {time}</source>
        <translation>andere {time}</translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation>geplant {time}</translation>
    </message>
    <message>
        <source>{name}: {time}</source>
        <translation>{name}: {time}</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>A time, like {example}.</source>
        <translation>Eine Uhrzeit wie {example}.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Today&apos;s timeline</source>
        <translation>Zeitleiste von heute</translation>
    </message>
</context>
<context>
    <name>TimesheetScreen</name>
    <message>
        <source>Whose time</source>
        <translation>Wessen Zeit</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Stundenzettel</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Woche zuvor</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Woche danach</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>How the week is shown</source>
        <translation>Ansicht der Woche</translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation>Fehlende Zeit nachtragen…</translation>
    </message>
    <message>
        <source>Time entries of the week; Enter corrects one</source>
        <translation>Zeiteinträge der Woche; die Eingabetaste korrigiert einen</translation>
    </message>
    <message>
        <source>Hours of the week by job and day</source>
        <translation>Stunden der Woche nach Auftrag und Tag</translation>
    </message>
    <message>
        <source>No time in this week</source>
        <translation>Keine Zeit in dieser Woche</translation>
    </message>
    <message>
        <source>What you clock shows here, day by day.</source>
        <translation>Gestempeltes steht hier, Tag für Tag.</translation>
    </message>
    <message>
        <source>Removed – saved on this device</source>
        <translation>Entfernt – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>{paid} of {limit}</source>
        <translation>{paid} von {limit}</translation>
    </message>
    <message>
        <source>Overtime {time}</source>
        <translation>Überstunden {time}</translation>
    </message>
    <message>
        <source>Corrected – saved on this device</source>
        <translation>Korrigiert – auf diesem Gerät gespeichert</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TodayOrders</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No work orders today</source>
        <translation>Heute keine Aufträge</translation>
    </message>
    <message>
        <source>What the office plans for you shows here by itself.</source>
        <translation>Was das Büro für Sie plant, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Show more ({left})</source>
        <translation>Mehr anzeigen ({left})</translation>
    </message>
    <message>
        <source>Today&apos;s work orders</source>
        <translation>Aufträge heute</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>your organisation&apos;s day, which ends at {time} here</source>
        <translation>der Tag Ihrer Organisation, der hier um {time} endet</translation>
    </message>
    <message>
        <source>1 work order today</source>
        <translation>1 Auftrag heute</translation>
    </message>
    <message>
        <source>{count} work orders today</source>
        <translation>{count} Aufträge heute</translation>
    </message>
    <message>
        <source>You are still on the clock since {day}, {time}.</source>
        <translation>Noch eingestempelt seit {day}, {time}.</translation>
    </message>
    <message>
        <source>Go on if you are at work, or say when it ended.</source>
        <translation>Weitermachen, wenn gearbeitet wird, oder angeben, wann Schluss war.</translation>
    </message>
    <message>
        <source>Your shift of {day} was never clocked out.</source>
        <translation>Bei der Schicht von {day} fehlt das Ausstempeln.</translation>
    </message>
    <message>
        <source>Say when it ended.</source>
        <translation>Bitte angeben, wann sie endete.</translation>
    </message>
    <message>
        <source>It is kept.</source>
        <translation>Sie bleibt erhalten.</translation>
    </message>
    <message>
        <source>Say when</source>
        <translation>Ende angeben</translation>
    </message>
</context>
<context>
    <name>TrashBin</name>
    <message>
        <source>What you discard or undo stays here for 30 days and can be brought back.</source>
        <translation>Verworfenes und Zurückgenommenes bleibt hier 30 Tage und lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Brought back, saved on this device and sent again.</source>
        <translation>Zurückgeholt, auf diesem Gerät gespeichert und noch einmal gesendet.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Ausstempeln</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Einstempeln</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Take an unpaid meal break</source>
        <translation>Unbezahlte Essenspause beginnen</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Something is not finished</source>
        <translation>Etwas ist noch nicht fertig</translation>
    </message>
    <message>
        <source>An import, a merge or a new PIN was begun, and can&apos;t be kept. All that you typed elsewhere is.</source>
        <translation>Ein Import, eine Zusammenführung oder eine neue PIN wurde begonnen und kann nicht aufgehoben werden. Alle anderen Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Zurück dazu</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Trotzdem verlassen</translation>
    </message>
</context>
<context>
    <name>UnsavedNote</name>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Typed and not saved yet:</source>
        <translation>Eingegeben und noch nicht gespeichert:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>There is a question about your time. Nothing changes until you answer it.</source>
        <translation>Es gibt eine Frage zu Ihrer Zeit. Bis zur Antwort ändert sich nichts.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Hours of the week</source>
        <translation>Stunden der Woche</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>{paid} of {limit}</source>
        <translation>{paid} von {limit}</translation>
    </message>
    <message>
        <source>{paid} · line: {limit} a day</source>
        <translation>{paid} · Linie: {limit} am Tag</translation>
    </message>
</context>
<context>
    <name>WeekFiles</name>
    <message>
        <source>Save or print…</source>
        <translation>Speichern oder drucken…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Print… ({key})</source>
        <translation>Drucken… ({key})</translation>
    </message>
    <message>
        <source>The week is in {file}</source>
        <translation>Die Woche liegt in {file}</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>{count} entries are in {file}</source>
        <translation>{count} Einträge liegen in {file}</translation>
    </message>
    <message>
        <source>1 entry is in {file}</source>
        <translation>1 Eintrag liegt in {file}</translation>
    </message>
</context>
<context>
    <name>WorkOrderPage</name>
    <message>
        <source>Why does it have to wait?</source>
        <translation>Warum muss er warten?</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Warten lassen</translation>
    </message>
    <message>
        <source>Say in a word or two why, so that the office knows.</source>
        <translation>Bitte in ein, zwei Worten sagen, warum, damit das Büro es weiß.</translation>
    </message>
    <message>
        <source>Cancel this work order? It stays in the list and can be taken up again.</source>
        <translation>Diesen Auftrag stornieren? Er bleibt in der Liste und lässt sich wieder aufnehmen.</translation>
    </message>
    <message>
        <source>Cancel the work order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>On hold:</source>
        <translation>Wartet:</translation>
    </message>
    <message>
        <source>This work order is cancelled.</source>
        <translation>Dieser Auftrag ist storniert.</translation>
    </message>
    <message>
        <source>This work order is not on this device any more. What you sent is with the office.</source>
        <translation>Dieser Auftrag ist nicht mehr auf diesem Gerät. Das Gesendete ist beim Büro.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Complete all the same</source>
        <translation>Trotzdem abschließen</translation>
    </message>
    <message>
        <source>Photos ({endings})</source>
        <translation>Fotos ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
</context>
<context>
    <name>WorkOrdersScreen</name>
    <message>
        <source>All on this device</source>
        <translation>Alle auf diesem Gerät</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>My crew&apos;s</source>
        <translation>Die meines Teams</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>How to look at them</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation>Dieser Auftrag ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Handed to you: {count}</source>
        <translation>Ihnen zugewiesen: {count}</translation>
    </message>
    <message>
        <source>Work order saved on this device</source>
        <translation>Auftrag auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Search and filters look at what is on this device.</source>
        <translation>Suche und Filter gelten für das, was auf diesem Gerät ist.</translation>
    </message>
    <message>
        <source>No work order like that</source>
        <translation>Kein solcher Auftrag</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>What the office plans for you shows here by itself.</source>
        <translation>Was das Büro für Sie plant, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>No open work orders</source>
        <translation>Keine offenen Aufträge</translation>
    </message>
    <message>
        <source>Number of work orders</source>
        <translation>Anzahl der Aufträge</translation>
    </message>
    <message>
        <source>Number, title, address…</source>
        <translation>Nummer, Titel, Adresse…</translation>
    </message>
    <message>
        <source>Search work orders</source>
        <translation>Aufträge suchen</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>_Search</name>
    <message>
        <source>Search or command…</source>
        <translation>Suchen oder Befehl…</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Suchen oder Befehl</translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>{who} (its file can&apos;t be read)</source>
        <translation>{who} (Datei nicht lesbar)</translation>
    </message>
    <message>
        <source>{who} ({count} not sent)</source>
        <translation>{who} ({count} nicht gesendet)</translation>
    </message>
    <message>
        <source>1 record is only on this device and not sent yet. Send it first, save a copy of it, or sign out and keep it here: it goes out when you sign in again.</source>
        <translation>1 Datensatz ist nur auf diesem Gerät und noch nicht gesendet. Zuerst senden, eine Kopie sichern oder abmelden und ihn hier behalten: Er geht bei der nächsten Anmeldung hinaus.</translation>
    </message>
    <message>
        <source>{count} records are only on this device and not sent yet. Send them first, save a copy of them, or sign out and keep them here: they go out when you sign in again.</source>
        <translation>{count} Datensätze sind nur auf diesem Gerät und noch nicht gesendet. Zuerst senden, eine Kopie sichern oder abmelden und sie hier behalten: Sie gehen bei der nächsten Anmeldung hinaus.</translation>
    </message>
    <message>
        <source>Your organisation has set the server to {url}.</source>
        <translation>Der Server ist von der Organisation festgelegt: {url}.</translation>
    </message>
    <message>
        <source>The server knows somebody else by this e-mail address now. Nothing was changed.</source>
        <translation>Der Server kennt unter dieser E-Mail-Adresse inzwischen jemand anderen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The organisation, the e-mail address or the password is not right.</source>
        <translation>Organisation, E-Mail-Adresse oder Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>The server needs a newer version of this program. Please update it.</source>
        <translation>Der Server braucht eine neuere Version dieses Programms. Bitte aktualisieren.</translation>
    </message>
    <message>
        <source>The server could not sign you in: {trouble} Please try again.</source>
        <translation>Die Anmeldung beim Server ist gescheitert: {trouble} Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Please enter the address of your organisation&apos;s server.</source>
        <translation>Bitte die Adresse des Servers der Organisation eingeben.</translation>
    </message>
    <message>
        <source>Check the address, and whether this computer is online.</source>
        <translation>Bitte die Adresse prüfen, und ob dieser Computer online ist.</translation>
    </message>
    <message>
        <source>{url} was not found. {advice}</source>
        <translation>{url} wurde nicht gefunden. {advice}</translation>
    </message>
    <message>
        <source>{url} does not answer. {advice}</source>
        <translation>{url} antwortet nicht. {advice}</translation>
    </message>
    <message>
        <source>Something answers at {url}, but it is not a StreamFlow server. Check the address, or sign in to the network first if it has a login page.</source>
        <translation>Unter {url} antwortet etwas, aber kein StreamFlow-Server. Bitte die Adresse prüfen oder sich zuerst im Netz anmelden, falls es eine Anmeldeseite hat.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense to this program. Please update it.</source>
        <translation>Mit der Antwort des Servers kann dieses Programm nichts anfangen. Bitte aktualisieren.</translation>
    </message>
</context>
<context>
    <name>amounts</name>
    <message>
        <source>{text!r} is not an amount.</source>
        <translation>{text!r} ist kein Betrag.</translation>
    </message>
    <message>
        <source>{text!r} is not a quantity, such as 2 or 1.5.</source>
        <translation>{text!r} ist keine Menge wie 2 oder 1,5.</translation>
    </message>
    <message>
        <source>A quantity has at most three decimals.</source>
        <translation>Eine Menge hat höchstens drei Nachkommastellen.</translation>
    </message>
    <message>
        <source>A quantity is more than nothing.</source>
        <translation>Eine Menge ist größer als null.</translation>
    </message>
    <message>
        <source>{text!r} is not a date.</source>
        <translation>{text!r} ist kein Datum.</translation>
    </message>
    <message>
        <source>{text!r} has more decimals than its currency.</source>
        <translation>{text!r} hat mehr Nachkommastellen als die Währung.</translation>
    </message>
    <message>
        <source>{name!r} is not a month.</source>
        <translation>{name!r} ist kein Monat.</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>attachment</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sending {share} %</source>
        <translation>Wird gesendet: {share} %</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>Auf diesem Gerät</translation>
    </message>
    <message>
        <source>Fetching {share} %</source>
        <translation>Wird geholt: {share} %</translation>
    </message>
    <message>
        <source>Not on this device</source>
        <translation>Nicht auf diesem Gerät</translation>
    </message>
    <message>
        <source>Not sent to us yet</source>
        <translation>Noch nicht bei uns</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>{name} is not a photo.</source>
        <translation>{name} ist kein Foto.</translation>
    </message>
    <message>
        <source>Whose signature is it? The name is needed.</source>
        <translation>Wessen Unterschrift ist das? Der Name fehlt.</translation>
    </message>
    <message>
        <source>{name} is not opened from here. Save a copy first.</source>
        <translation>{name} wird von hier aus nicht geöffnet. Zuerst eine Kopie speichern.</translation>
    </message>
    <message>
        <source>This attachment is not on this device any more.</source>
        <translation>Dieser Anhang ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This file is not on this device. Fetch it first.</source>
        <translation>Diese Datei ist nicht auf diesem Gerät. Sie muss zuerst geholt werden.</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} ist keine Datei.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; at most {most} MB can be attached.</source>
        <translation>{name} hat {size} MB; höchstens {most} MB lassen sich anhängen.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{name} is being written just now; try again when that is done.</source>
        <translation>{name} wird gerade geschrieben; bitte noch einmal versuchen, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{what} Nothing was attached.</source>
        <translation>{what} Nichts wurde angehängt.</translation>
    </message>
</context>
<context>
    <name>badge</name>
    <message>
        <source>Saved here</source>
        <translation>Hier gespeichert</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
</context>
<context>
    <name>boards</name>
    <message>
        <source>Work orders by status</source>
        <translation>Aufträge nach Status</translation>
    </message>
    <message>
        <source>Work orders of the week</source>
        <translation>Aufträge der Woche</translation>
    </message>
</context>
<context>
    <name>checklists</name>
    <message>
        <source>Two items of the checklist have the same id.</source>
        <translation>Zwei Punkte der Checkliste haben dieselbe Kennung.</translation>
    </message>
    <message>
        <source>between {least} and {most}{unit}</source>
        <translation>zwischen {least} und {most}{unit}</translation>
    </message>
    <message>
        <source>at least {least}{unit}</source>
        <translation>mindestens {least}{unit}</translation>
    </message>
    <message>
        <source>at most {most}{unit}</source>
        <translation>höchstens {most}{unit}</translation>
    </message>
    <message>
        <source>{text}: the lower bound is above the upper one.</source>
        <translation>{text}: Die untere Grenze liegt über der oberen.</translation>
    </message>
    <message>
        <source>{text}: a choice needs two things to choose from.</source>
        <translation>{text}: Eine Auswahl braucht mindestens zwei Möglichkeiten.</translation>
    </message>
    <message>
        <source>{text}: only a number has a unit and bounds.</source>
        <translation>{text}: Nur eine Zahl hat Einheit und Grenzen.</translation>
    </message>
    <message>
        <source>{text}: only a choice has something to choose from.</source>
        <translation>{text}: Nur eine Auswahl hat Möglichkeiten.</translation>
    </message>
    <message>
        <source>{text} is done or not done.</source>
        <translation>{text}: erledigt oder nicht erledigt.</translation>
    </message>
    <message>
        <source>{text} is answered in words.</source>
        <translation>{text}: Die Antwort ist ein Text.</translation>
    </message>
    <message>
        <source>{text} is one of: {choices}.</source>
        <translation>{text}: eines von {choices}.</translation>
    </message>
    <message>
        <source>{text} is answered with a photo.</source>
        <translation>{text}: Die Antwort ist ein Foto.</translation>
    </message>
    <message>
        <source>{text} is a number.</source>
        <translation>{text}: Die Antwort ist eine Zahl.</translation>
    </message>
    <message>
        <source>{text} has to be {bounds}.</source>
        <translation>{text}: muss {bounds} sein.</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>On a meal break since {time}</source>
        <translation>Essenspause seit {time}</translation>
    </message>
    <message>
        <source>On a paid rest since {time}</source>
        <translation>Bezahlte Pause seit {time}</translation>
    </message>
    <message>
        <source>On the clock since {time}</source>
        <translation>Eingestempelt seit {time}</translation>
    </message>
    <message>
        <source>Travelling since {time}</source>
        <translation>Unterwegs seit {time}</translation>
    </message>
    <message>
        <source>Off the clock</source>
        <translation>Ausgestempelt</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{text!r} is not a stage.</source>
        <translation>{text!r} ist keine Phase.</translation>
    </message>
</context>
<context>
    <name>completing</name>
    <message>
        <source>Still open on the checklist: {names}.</source>
        <translation>Auf der Checkliste noch offen: {names}.</translation>
    </message>
    <message>
        <source>Still open on the checklist: {names} and {count} more.</source>
        <translation>Auf der Checkliste noch offen: {names} und {count} weitere.</translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation>Niemand hat unterschrieben.</translation>
    </message>
    <message>
        <source>Still on the clock for it: {names}.</source>
        <translation>Noch darauf eingestempelt: {names}.</translation>
    </message>
    <message>
        <source>Complete it all the same?</source>
        <translation>Trotzdem abschließen?</translation>
    </message>
</context>
<context>
    <name>conflicts</name>
    <message>
        <source>This has been decided already, or is no longer yours to decide. Nothing was changed.</source>
        <translation>Darüber ist schon entschieden, oder es ist nicht mehr Ihre Entscheidung. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A work order that is {now} can&apos;t become {wanted}. Nothing was changed.</source>
        <translation>Von „{now}“ geht ein Auftrag nicht nach „{wanted}“. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Server ausgelastet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation>Zum Senden anmelden</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Update nötig</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Sending {sending} of {waiting}</source>
        <translation>Sendet {sending} von {waiting}</translation>
    </message>
    <message>
        <source>{state} · {count} saved here</source>
        <translation>{state} · {count} hier gespeichert</translation>
    </message>
    <message>
        <source>Online · all sent</source>
        <translation>Online · alles gesendet</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Keine Verbindung.</translation>
    </message>
    <message>
        <source>You are offline since {since:%H:%M}.</source>
        <translation>Keine Verbindung seit {since:%H:%M}.</translation>
    </message>
    <message>
        <source>Looking for the server.</source>
        <translation>Der Server wird gesucht.</translation>
    </message>
    <message>
        <source>You are online and everything is sent.</source>
        <translation>Verbunden, und alles ist gesendet.</translation>
    </message>
    <message>
        <source>You are online.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>Sending is paused. {kept}</source>
        <translation>Das Senden ist angehalten. {kept}</translation>
    </message>
    <message>
        <source>Your sign-in has ended. {kept} Sign in again to send.</source>
        <translation>Die Anmeldung ist abgelaufen. {kept} Zum Senden neu anmelden.</translation>
    </message>
    <message>
        <source>This program needs an update to receive. {goes_out} You can go on working.</source>
        <translation>Zum Empfangen braucht dieses Programm ein Update. {goes_out} Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>This device was locked out by your organisation. {kept} What came from the server was removed.</source>
        <translation>Dieses Gerät wurde von der Organisation ausgesperrt. {kept} Was vom Server kam, wurde entfernt.</translation>
    </message>
    <message>
        <source>Everything you saved is with the server.</source>
        <translation>Alles Gespeicherte ist beim Server.</translation>
    </message>
    <message>
        <source>1 record is saved on this device.</source>
        <translation>1 Datensatz ist auf diesem Gerät gespeichert.</translation>
    </message>
    <message>
        <source>{count} records are saved on this device.</source>
        <translation>{count} Datensätze sind auf diesem Gerät gespeichert.</translation>
    </message>
    <message>
        <source>1 record is saved on this device and will be sent by itself.</source>
        <translation>1 Datensatz ist auf diesem Gerät gespeichert und wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>{count} records are saved on this device and will be sent by themselves.</source>
        <translation>{count} Datensätze sind auf diesem Gerät gespeichert und werden von selbst gesendet.</translation>
    </message>
</context>
<context>
    <name>csv_import</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No column looks like the lead&apos;s name. The file has these columns: {columns}.</source>
        <translation>Keine Spalte sieht nach dem Namen des Leads aus. Die Datei hat diese Spalten: {columns}.</translation>
    </message>
    <message>
        <source>Same phone as line {line}.</source>
        <translation>Gleiche Telefonnummer wie Zeile {line}.</translation>
    </message>
    <message>
        <source>Same e-mail as line {line}.</source>
        <translation>Gleiche E-Mail-Adresse wie Zeile {line}.</translation>
    </message>
    <message>
        <source>The same as line {line}.</source>
        <translation>Das Gleiche wie Zeile {line}.</translation>
    </message>
    <message>
        <source>{field} can&apos;t be read from there.</source>
        <translation>{field} lässt sich von dort nicht lesen.</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>This customer is not on this device any more.</source>
        <translation>Dieser Kunde ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Name is needed.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>This {kind} is not on this device any more.</source>
        <translation>Nicht mehr auf diesem Gerät: {kind}.</translation>
    </message>
</context>
<context>
    <name>deleted</name>
    <message>
        <source>This is not among what was deleted in the last 30 days.</source>
        <translation>Das ist nicht unter dem, was in den letzten 30 Tagen gelöscht wurde.</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>You are not allowed to {what} a {kind}.</source>
        <translation>Dafür fehlt das Recht: {kind} {what}.</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>Not compared with the server since the program was started.</source>
        <translation>Seit dem Programmstart nicht mit dem Server verglichen.</translation>
    </message>
    <message>
        <source>Only {megabytes} MB are free. Make some room, or new work can&apos;t be saved.</source>
        <translation>Nur {megabytes} MB sind frei. Bitte Platz schaffen, sonst lässt sich Neues nicht speichern.</translation>
    </message>
    <message>
        <source>{megabytes:,} MB are free.</source>
        <translation>{megabytes:,} MB sind frei.</translation>
    </message>
    <message>
        <source>The server is in trouble: {trouble}</source>
        <translation>Der Server hat ein Problem: {trouble}</translation>
    </message>
    <message>
        <source>Signed in as {name}, {organisation}.</source>
        <translation>Angemeldet als {name}, {organisation}.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is {offset:+.1f} s from this one.</source>
        <translation>Die Uhr des Servers weicht {offset:+.1f} s von dieser ab.</translation>
    </message>
    <message>
        <source>Everything that is kept here is as on the server.</source>
        <translation>Alles hier Gespeicherte ist wie auf dem Server.</translation>
    </message>
    <message>
        <source>Not as on the server: {kinds}. It is fetched again by itself; what you entered is kept.</source>
        <translation>Anders als auf dem Server: {kinds}. Es wird von selbst neu geholt; Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>{attention} need you.</source>
        <translation>{attention} zu klären.</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Nichts zu klären.</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>Der Server antwortet.</translation>
    </message>
    <message>
        <source>Can&apos;t be told without the server.</source>
        <translation>Ohne den Server lässt sich das nicht sagen.</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>That time was changed meanwhile, or it did not run then. Nothing was changed.</source>
        <translation>Diese Zeit wurde inzwischen geändert, oder sie lief damals nicht. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The folder {folder} can&apos;t be made: {reason}.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>The disk is full, so {name} was not saved. The old one is still there.</source>
        <translation>Der Datenträger ist voll, daher wurde {name} nicht gespeichert. Die alte Datei ist noch da.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}. Nothing was changed.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>finder</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>This has been dealt with already.</source>
        <translation>Das ist schon erledigt.</translation>
    </message>
    <message>
        <source>Waits for another change that needs you.</source>
        <translation>Wartet auf eine andere Änderung, die zu klären ist.</translation>
    </message>
    <message>
        <source>{who} · week of {week.day} {week:%b %Y}</source>
        <translation>{who} · Woche ab {week:%d.%m.%Y}</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Search or command</source>
        <translation>Suchen oder Befehl</translation>
    </message>
    <message>
        <source>Clock in or out</source>
        <translation>Ein- oder ausstempeln</translation>
    </message>
    <message>
        <source>Start or end a break</source>
        <translation>Pause beginnen oder beenden</translation>
    </message>
    <message>
        <source>Switch job</source>
        <translation>Auftrag wechseln</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Undo what has not been sent</source>
        <translation>Rückgängig, was nicht gesendet ist</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Next item that needs attention</source>
        <translation>Nächster Punkt, der zu klären ist</translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation>Schneller Lead</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>lead</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What they need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Follow up on</source>
        <translation>Wiedervorlage am</translation>
    </message>
</context>
<context>
    <name>lead_merge</name>
    <message>
        <source>A lead can&apos;t be merged into itself.</source>
        <translation>Ein Lead lässt sich nicht mit sich selbst zusammenführen.</translation>
    </message>
    <message>
        <source>This lead stands by itself already.</source>
        <translation>Dieser Lead steht schon für sich.</translation>
    </message>
    <message>
        <source>This lead is not on this device any more, or was merged.</source>
        <translation>Dieser Lead ist nicht mehr auf diesem Gerät, oder er wurde zusammengeführt.</translation>
    </message>
</context>
<context>
    <name>lead_rows</name>
    <message>
        <source>This row has {cells} cells, more than the table has columns ({columns}).</source>
        <translation>Diese Zeile hat {cells} Zellen, mehr als die Tabelle Spalten hat ({columns}).</translation>
    </message>
    <message>
        <source>A quotation mark opens in this row and is never closed.</source>
        <translation>In dieser Zeile beginnt ein Anführungszeichen, das nie endet.</translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>To follow up</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation>Dieser Lead ist nicht mehr auf diesem Gerät.</translation>
    </message>
</context>
<context>
    <name>lookalikes</name>
    <message>
        <source>Same phone as {name}.</source>
        <translation>Gleiche Telefonnummer wie {name}.</translation>
    </message>
    <message>
        <source>Same e-mail as {name}.</source>
        <translation>Gleiche E-Mail-Adresse wie {name}.</translation>
    </message>
    <message>
        <source>Same phone as {name}, a customer&apos;s contact.</source>
        <translation>Gleiche Telefonnummer wie {name}, Ansprechpartner eines Kunden.</translation>
    </message>
    <message>
        <source>Same e-mail as {name}, a customer&apos;s contact.</source>
        <translation>Gleiche E-Mail-Adresse wie {name}, Ansprechpartner eines Kunden.</translation>
    </message>
    <message>
        <source>Looks like {name}, {address}.</source>
        <translation>Sieht aus wie {name}, {address}.</translation>
    </message>
</context>
<context>
    <name>meanwhile</name>
    <message>
        <source>Somebody else has changed {names} meanwhile. What you typed is still here.</source>
        <translation>Jemand anderes hat inzwischen geändert: {names}. Die Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>Somebody else has emptied this meanwhile. Save again and yours stays.</source>
        <translation>Jemand anderes hat das inzwischen geleert. Noch einmal speichern, dann gilt Ihre Eingabe.</translation>
    </message>
    <message>
        <source>Somebody else has made this “{text}” meanwhile. Save again and yours stays.</source>
        <translation>Jemand anderes hat hier inzwischen „{text}“ eingetragen. Noch einmal speichern, dann gilt Ihre Eingabe.</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>crew</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>punch</source>
        <translation>Stempelung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>timesheet</source>
        <translation>Stundenzettel</translation>
    </message>
    <message>
        <source>location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugewiesen</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>abgerechnet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>contacted</source>
        <translation>kontaktiert</translation>
    </message>
    <message>
        <source>quoted</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>won</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>eingereicht</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>amended at</source>
        <translation>korrigierte Zeit</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>zuständig</translation>
    </message>
    <message>
        <source>at</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>author</source>
        <translation>verfasst von</translation>
    </message>
    <message>
        <source>break kind</source>
        <translation>Art der Pause</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>follow up</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>follow up on</source>
        <translation>Wiedervorlage am</translation>
    </message>
    <message>
        <source>hold reason</source>
        <translation>Grund des Wartens</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>zusammengeführt mit</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>need</source>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>planned minutes</source>
        <translation>geplante Minuten</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>scheduled start</source>
        <translation>geplanter Beginn</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>used at</source>
        <translation>verwendet am</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>written at</source>
        <translation>geschrieben am</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>The answer was far too large and was not read to its end.</source>
        <translation>Die Antwort war viel zu groß und wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>The answer took too long.</source>
        <translation>Die Antwort hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>The answer did not come from the StreamFlow server. Is there a network login page?</source>
        <translation>Die Antwort kam nicht vom StreamFlow-Server. Hat das Netz eine Anmeldeseite?</translation>
    </message>
    <message>
        <source>The server speaks a newer language than this program.</source>
        <translation>Der Server spricht eine neuere Sprache als dieses Programm.</translation>
    </message>
    <message>
        <source>The answer is packed in a way that nobody asked for.</source>
        <translation>Die Antwort ist auf eine Weise gepackt, die niemand verlangt hat.</translation>
    </message>
    <message>
        <source>The answer arrived damaged.</source>
        <translation>Die Antwort kam beschädigt an.</translation>
    </message>
    <message>
        <source>The answer was far too large when unpacked.</source>
        <translation>Die Antwort war entpackt viel zu groß.</translation>
    </message>
    <message>
        <source>The server is busy or out of order ({status}).</source>
        <translation>Der Server ist ausgelastet oder gestört ({status}).</translation>
    </message>
    <message>
        <source>The answer ({status}) did not come from the StreamFlow server.</source>
        <translation>Die Antwort ({status}) kam nicht vom StreamFlow-Server.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. The files are kept, and sending is tried again in a few minutes.</source>
        <translation>Im Programm ist etwas schiefgegangen. Die Dateien bleiben erhalten; in einigen Minuten wird wieder gesendet.</translation>
    </message>
    <message>
        <source>A file on this device is damaged and can&apos;t be sent. Attach it again.</source>
        <translation>Eine Datei auf diesem Gerät ist beschädigt und lässt sich nicht senden. Bitte neu anhängen.</translation>
    </message>
    <message>
        <source>The server took nothing of what was sent.</source>
        <translation>Der Server hat nichts vom Gesendeten angenommen.</translation>
    </message>
    <message>
        <source>The server gave nothing of what was asked for.</source>
        <translation>Der Server hat nichts vom Verlangten geliefert.</translation>
    </message>
    <message>
        <source>A file arrived damaged. It is fetched again.</source>
        <translation>Eine Datei kam beschädigt an. Sie wird noch einmal geholt.</translation>
    </message>
    <message>
        <source>The server&apos;s database is another one than before.</source>
        <translation>Die Datenbank des Servers ist eine andere als zuvor.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your work is saved, and sending is tried again in a few minutes.</source>
        <translation>Im Programm ist etwas schiefgegangen. Die Arbeit ist gespeichert; in einigen Minuten wird wieder gesendet.</translation>
    </message>
    <message>
        <source>{url} is not the address of a server.</source>
        <translation>{url} ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>{url} is not encrypted. The address must start with https://.</source>
        <translation>{url} ist nicht verschlüsselt. Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The line was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The answer did not come from the StreamFlow server.</source>
        <translation>Die Antwort kam nicht vom StreamFlow-Server.</translation>
    </message>
    <message>
        <source>The server has more of this file than there is of it.</source>
        <translation>Der Server hat mehr von dieser Datei, als es von ihr gibt.</translation>
    </message>
    <message>
        <source>The event stream ended.</source>
        <translation>Der Ereignisstrom ist zu Ende.</translation>
    </message>
    <message>
        <source>The event stream did not come from the StreamFlow server.</source>
        <translation>Der Ereignisstrom kam nicht vom StreamFlow-Server.</translation>
    </message>
    <message>
        <source>The server&apos;s answer leads nowhere: it names the same place again.</source>
        <translation>Die Antwort des Servers führt nirgendwohin: Sie nennt dieselbe Stelle noch einmal.</translation>
    </message>
    <message>
        <source>The server keeps failing on this entry. It is kept on this device; try it again later.</source>
        <translation>Der Server scheitert immer wieder an diesem Eintrag. Er ist auf diesem Gerät gesichert; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This entry is too large for the server. It is kept on this device; make it shorter and send it again.</source>
        <translation>Dieser Eintrag ist zu groß für den Server. Er ist auf diesem Gerät gesichert; bitte kürzen und noch einmal senden.</translation>
    </message>
    <message>
        <source>The server&apos;s answer does not match what was sent.</source>
        <translation>Die Antwort des Servers passt nicht zum Gesendeten.</translation>
    </message>
    <message>
        <source>The time for this exchange is up.</source>
        <translation>Die Zeit für diesen Austausch ist um.</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>{who} gave you {what}.</source>
        <translation>{who} hat Ihnen {what} zugewiesen.</translation>
    </message>
    <message>
        <source>{who} changed when {what} is planned for.</source>
        <translation>{who} hat {what} neu geplant.</translation>
    </message>
    <message>
        <source>{who} cancelled {what}.</source>
        <translation>{who} hat {what} storniert.</translation>
    </message>
    <message>
        <source>{who} wrote something else on {what} than you. Both are kept: decide.</source>
        <translation>{who} hat bei {what} etwas anderes eingetragen als Sie. Beides bleibt erhalten: bitte entscheiden.</translation>
    </message>
    <message>
        <source>{who} corrected your time. The original stays on record.</source>
        <translation>{who} hat Ihre Zeit korrigiert. Das Original bleibt erhalten.</translation>
    </message>
    <message>
        <source>{who} approved your week of {what}.</source>
        <translation>{who} hat Ihre Woche {what} freigegeben.</translation>
    </message>
    <message>
        <source>{who} returned your week of {what}, with a comment.</source>
        <translation>{who} hat Ihre Woche {what} mit einem Kommentar zurückgegeben.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>ein Datensatz</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>This notification has been deleted. Nothing was changed.</source>
        <translation>Diese Mitteilung wurde gelöscht. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>{name} can&apos;t be written there: {reason}. Choose another place.</source>
        <translation>{name} lässt sich dort nicht schreiben: {reason}. Bitte einen anderen Ort wählen.</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>This part is not on this device any more.</source>
        <translation>Dieses Teil ist nicht mehr auf diesem Gerät.</translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>That passphrase does not open the secrets on this device. Nothing was changed.</source>
        <translation>Diese Passphrase öffnet die Geheimnisse auf diesem Gerät nicht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file with this device&apos;s secrets is damaged ({file}). Your work is untouched. Move the file away and sign in again.</source>
        <translation>Die Datei mit den Geheimnissen dieses Geräts ist beschädigt ({file}). Die Arbeit ist unberührt. Die Datei wegräumen und neu anmelden.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>somebody else</source>
        <translation>jemand anderes</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>{name} is not in your crew.</source>
        <translation>{name} ist nicht in Ihrem Team.</translation>
    </message>
    <message>
        <source>There are several people called {name}.</source>
        <translation>Es gibt mehrere mit dem Namen {name}.</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>This picture is too large to be shown: {width} × {height} points.</source>
        <translation>Dieses Bild ist zu groß zum Anzeigen: {width} × {height} Punkte.</translation>
    </message>
    <message>
        <source>This picture is damaged and can&apos;t be read.</source>
        <translation>Dieses Bild ist beschädigt und lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{what} Nothing was attached.</source>
        <translation>{what} Nichts wurde angehängt.</translation>
    </message>
</context>
<context>
    <name>pill</name>
    <message>
        <source>Sending {sent} of {total}</source>
        <translation>Sendet {sent} von {total}</translation>
    </message>
    <message>
        <source>Needs attention: {count}</source>
        <translation>Zu klären: {count}</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Server ausgelastet</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation>Zum Senden anmelden</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Update nötig</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>{count} saved here</source>
        <translation>{count} hier gespeichert</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>alles gesendet</translation>
    </message>
</context>
<context>
    <name>pin</name>
    <message>
        <source>A PIN has {shortest} to {longest} digits. Nothing was changed.</source>
        <translation>Eine PIN hat {shortest} bis {longest} Ziffern. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was changed.</source>
        <translation>Die beiden sind nicht gleich. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Please wait {left}, or sign in with your password.</source>
        <translation>Zu viele falsche Versuche. Bitte {left} warten oder mit dem Passwort anmelden.</translation>
    </message>
    <message>
        <source>That is not the PIN. What you were doing is kept.</source>
        <translation>Das ist nicht die PIN. Die Arbeit bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Plan changed</source>
        <translation>Plan geändert</translation>
    </message>
</context>
<context>
    <name>punching</name>
    <message>
        <source>The time needs a time zone.</source>
        <translation>Die Zeit braucht eine Zeitzone.</translation>
    </message>
    <message>
        <source>This week is approved. Ask your crew lead or the office to return it, then correct it.</source>
        <translation>Diese Woche ist freigegeben. Teamleitung oder Büro können sie zurückgeben; danach lässt sie sich korrigieren.</translation>
    </message>
    <message>
        <source>You can only punch for yourself and for your own crew.</source>
        <translation>Stempeln lässt sich nur für sich selbst und für das eigene Team.</translation>
    </message>
    <message>
        <source>Please say why; the reason stays with the correction.</source>
        <translation>Bitte den Grund angeben; er bleibt bei der Korrektur stehen.</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Kontaktiert</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Fällig {day}</translation>
    </message>
    <message>
        <source>Overdue {day}</source>
        <translation>Überfällig {day}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>record_words</name>
    <message>
        <source>A date, like {day}.</source>
        <translation>Ein Datum wie {day}.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>The data file is not older than what was saved last.</source>
        <translation>Die Datendatei ist nicht älter als das zuletzt Gespeicherte.</translation>
    </message>
    <message>
        <source>The data file is sound, so there is nothing to recover.</source>
        <translation>Die Datendatei ist in Ordnung; es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be set aside: {reason}. Nothing was changed.</source>
        <translation>{folder} lässt sich nicht beiseitelegen: {reason}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{otherwise} Nothing was changed.</source>
        <translation>{otherwise} Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>Your role may not {what} a {kind}.</source>
        <translation>Dafür fehlt Ihrer Rolle das Recht: {kind} {what}.</translation>
    </message>
    <message>
        <source>You may only remove what you have added yourself.</source>
        <translation>Entfernen lässt sich nur, was Sie selbst hinzugefügt haben.</translation>
    </message>
    <message>
        <source>This {kind} was not found.</source>
        <translation>Nicht gefunden: {kind}.</translation>
    </message>
    <message>
        <source>This {kind} was deleted. What you entered is kept.</source>
        <translation>Gelöscht: {kind}. Die Eingabe bleibt erhalten.</translation>
    </message>
    <message>
        <source>This {kind} was deleted long ago. What you entered is kept.</source>
        <translation>Vor langer Zeit gelöscht: {kind}. Die Eingabe bleibt erhalten.</translation>
    </message>
    <message>
        <source>This {kind} exists already.</source>
        <translation>Schon vorhanden: {kind}.</translation>
    </message>
    <message>
        <source>The {kind} that this speaks of was not found.</source>
        <translation>Nicht gefunden, worauf sich dies bezieht: {kind}.</translation>
    </message>
    <message>
        <source>The lead that this was merged into is not there any more. Nothing was merged.</source>
        <translation>Der Lead, mit dem zusammengeführt wurde, ist nicht mehr da. Nichts wurde zusammengeführt.</translation>
    </message>
    <message>
        <source>This is the same lead.</source>
        <translation>Das ist derselbe Lead.</translation>
    </message>
    <message>
        <source>A lead can&apos;t be merged into itself.</source>
        <translation>Ein Lead lässt sich nicht mit sich selbst zusammenführen.</translation>
    </message>
    <message>
        <source>{kind}s are added in your own name.</source>
        <translation>{kind}: hinzufügen geht nur im eigenen Namen.</translation>
    </message>
    <message>
        <source>A punch is made in your own name.</source>
        <translation>Gestempelt wird im eigenen Namen.</translation>
    </message>
    <message>
        <source>Not you.</source>
        <translation>Das sind nicht Sie.</translation>
    </message>
    <message>
        <source>You may not punch for this person.</source>
        <translation>Für diese Person dürfen Sie nicht stempeln.</translation>
    </message>
    <message>
        <source>Only they themselves can say, or take back, where somebody was.</source>
        <translation>Nur wer selbst dort war, kann das sagen oder zurücknehmen.</translation>
    </message>
    <message>
        <source>Not in your crew.</source>
        <translation>Nicht in Ihrem Team.</translation>
    </message>
    <message>
        <source>Somebody has changed this since you saw it, so it was not deleted.</source>
        <translation>Jemand hat dies inzwischen geändert, daher wurde es nicht gelöscht.</translation>
    </message>
    <message>
        <source>Somebody else has changed {names} meanwhile. Both are kept.</source>
        <translation>Jemand anderes hat inzwischen geändert: {names}. Beides bleibt erhalten.</translation>
    </message>
    <message>
        <source>Somebody has decided on this already.</source>
        <translation>Darüber hat schon jemand entschieden.</translation>
    </message>
    <message>
        <source>Somebody else has made a customer of this lead meanwhile. Nothing was made twice; yours is kept.</source>
        <translation>Jemand anderes hat aus diesem Lead inzwischen einen Kunden gemacht. Nichts wurde doppelt angelegt; Ihre Eingabe bleibt erhalten.</translation>
    </message>
    <message>
        <source>A decision says which value is to stand.</source>
        <translation>Eine Entscheidung sagt, welcher Wert gelten soll.</translation>
    </message>
    <message>
        <source>A decision for another value comes together with that value.</source>
        <translation>Eine Entscheidung für einen anderen Wert kommt zusammen mit diesem Wert.</translation>
    </message>
    <message>
        <source>A decision for the value that lost comes together with that value.</source>
        <translation>Eine Entscheidung für den unterlegenen Wert kommt zusammen mit diesem Wert.</translation>
    </message>
    <message>
        <source>Subject kind does not look right.</source>
        <translation>Die Art des Bezugs stimmt nicht.</translation>
    </message>
    <message>
        <source>Does not look right.</source>
        <translation>Sieht nicht richtig aus.</translation>
    </message>
    <message>
        <source>This waits behind another change that was not applied.</source>
        <translation>Das wartet auf eine andere Änderung, die nicht übernommen wurde.</translation>
    </message>
    <message>
        <source>Another part of the same step was refused, so this was not applied either.</source>
        <translation>Ein anderer Teil desselben Schritts wurde abgelehnt, daher wurde auch dies nicht übernommen.</translation>
    </message>
    <message>
        <source>A work order that is {was} can&apos;t become {wanted}.</source>
        <translation>Von „{was}“ geht ein Auftrag nicht nach „{wanted}“.</translation>
    </message>
    <message>
        <source>A week that is {was} can&apos;t become {wanted}.</source>
        <translation>Von „{was}“ geht eine Woche nicht nach „{wanted}“.</translation>
    </message>
    <message>
        <source>Only the office can invoice a work order.</source>
        <translation>Nur das Büro kann einen Auftrag abrechnen.</translation>
    </message>
    <message>
        <source>You may only hand in your own week.</source>
        <translation>Nur die eigene Woche lässt sich einreichen.</translation>
    </message>
    <message>
        <source>You may not approve or return this week.</source>
        <translation>Für das Freigeben oder Zurückgeben dieser Woche fehlt das Recht.</translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation>Bitte angeben, was zu ändern ist.</translation>
    </message>
    <message>
        <source>This server does not know this kind of record.</source>
        <translation>Dieser Server kennt diese Art von Datensatz nicht.</translation>
    </message>
    <message>
        <source>The server failed on this. It was not applied, and is kept.</source>
        <translation>Der Server ist daran gescheitert. Es wurde nicht übernommen und bleibt erhalten.</translation>
    </message>
    <message>
        <source>This was refused earlier; the reason was confirmed.</source>
        <translation>Das wurde früher schon abgelehnt; der Grund ist bestätigt.</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>What was to be done</source>
        <translation>Was zu tun war</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Parts and materials</source>
        <translation>Teile und Material</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Made on {when} by {who}</source>
        <translation>Erstellt am {when} von {who}</translation>
    </message>
    <message>
        <source>Planned for {when}</source>
        <translation>Geplant für {when}</translation>
    </message>
    <message>
        <source>Job report</source>
        <translation>Arbeitsbericht</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation>Niemand hat unterschrieben.</translation>
    </message>
    <message>
        <source>The picture is not on this device.</source>
        <translation>Das Bild ist nicht auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation>Dieser Auftrag ist nicht mehr auf diesem Gerät.</translation>
    </message>
</context>
<context>
    <name>rescue</name>
    <message>
        <source>A passphrase of at least {shortest} characters is needed.</source>
        <translation>Eine Passphrase von mindestens {shortest} Zeichen ist nötig.</translation>
    </message>
    <message>
        <source>{path} is there already. Nothing was overwritten; choose another name.</source>
        <translation>{path} gibt es schon. Nichts wurde überschrieben; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>That passphrase does not open this file. Nothing was changed.</source>
        <translation>Diese Passphrase öffnet die Datei nicht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{path} is not a rescue file, or it is damaged or missing. Nothing was changed.</source>
        <translation>{path} ist keine Rettungsdatei, oder sie ist beschädigt oder fehlt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This file holds the work of another account. Nothing was changed.</source>
        <translation>Diese Datei enthält die Arbeit eines anderen Kontos. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>{name} is needed.</source>
        <translation>{name} fehlt.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be changed any more.</source>
        <translation>{name} lässt sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Only the office can invoice a work order.</source>
        <translation>Nur das Büro kann einen Auftrag abrechnen.</translation>
    </message>
    <message>
        <source>A work order that is {was} can&apos;t become {wanted}.</source>
        <translation>Von „{was}“ geht ein Auftrag nicht nach „{wanted}“.</translation>
    </message>
    <message>
        <source>{name} is set by the server.</source>
        <translation>{name} wird vom Server gesetzt.</translation>
    </message>
    <message>
        <source>{name} is not a field of a {kind}.</source>
        <translation>{name} ist kein Feld von {kind}.</translation>
    </message>
    <message>
        <source>A field</source>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>{name} does not look right.</source>
        <translation>{name} sieht nicht richtig aus.</translation>
    </message>
    <message>
        <source>{name} contains a character that can&apos;t be kept.</source>
        <translation>{name} enthält ein Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <source>{name} is too long ({count} characters).</source>
        <translation>{name} ist zu lang ({count} Zeichen).</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>On site</source>
        <translation>Vor Ort</translation>
    </message>
    <message>
        <source>Undone right away</source>
        <translation>Gleich wieder zurückgenommen</translation>
    </message>
    <message>
        <source>Asked about {since} to {until}</source>
        <translation>Nachgefragt zu {since} bis {until}</translation>
    </message>
    <message>
        <source>Signature of {name}.png</source>
        <translation>Unterschrift von {name}.png</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Handed to you: {count}</source>
        <translation>Ihnen zugewiesen: {count}</translation>
    </message>
    <message>
        <source>To approve: {count}</source>
        <translation>Freizugeben: {count}</translation>
    </message>
    <message>
        <source>Not sent yet: {count}</source>
        <translation>Noch nicht gesendet: {count}</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Zu klären: {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Stundenzettel</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>secrets</name>
    <message>
        <source>The sign-in on this device is behind a passphrase. Please give it.</source>
        <translation>Die Anmeldung auf diesem Gerät liegt hinter einer Passphrase. Bitte eingeben.</translation>
    </message>
    <message>
        <source>This computer has no safe place for your sign-in. Choose a passphrase to protect it; you will be asked for it when the program starts.</source>
        <translation>Dieser Computer hat keinen sicheren Ort für die Anmeldung. Bitte eine Passphrase wählen, die sie schützt; sie wird bei jedem Programmstart verlangt.</translation>
    </message>
    <message>
        <source>The passphrase file {named} can&apos;t be read.</source>
        <translation>Die Passphrasen-Datei {named} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked or did not answer. Unlock it and try again.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt oder antwortet nicht. Bitte entsperren und noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Stundenzettel</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Einstempeln</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Ausstempeln</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Switch job</source>
        <translation>Auftrag wechseln</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>Undo of a punch</source>
        <translation>Stempelung zurückgenommen</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Clocked in</source>
        <translation>Eingestempelt</translation>
    </message>
    <message>
        <source>Clocked out</source>
        <translation>Ausgestempelt</translation>
    </message>
    <message>
        <source>Break started</source>
        <translation>Pause begonnen</translation>
    </message>
    <message>
        <source>Switched job</source>
        <translation>Auftrag gewechselt</translation>
    </message>
    <message>
        <source>Travelling since</source>
        <translation>Unterwegs seit</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Week handed in</source>
        <translation>Woche eingereicht</translation>
    </message>
    <message>
        <source>Week approved</source>
        <translation>Woche freigegeben</translation>
    </message>
    <message>
        <source>Week returned</source>
        <translation>Woche zurückgegeben</translation>
    </message>
    <message>
        <source>paid rest</source>
        <translation>bezahlte Pause</translation>
    </message>
    <message>
        <source>unpaid meal</source>
        <translation>unbezahlte Essenspause</translation>
    </message>
    <message>
        <source>Still running.</source>
        <translation>Läuft noch.</translation>
    </message>
    <message>
        <source>The clock-out is missing. Say when it ended.</source>
        <translation>Das Ausstempeln fehlt. Bitte angeben, wann es endete.</translation>
    </message>
    <message>
        <source>Overlaps with other time.</source>
        <translation>Überschneidet sich mit anderer Zeit.</translation>
    </message>
    <message>
        <source>Clocked in twice.</source>
        <translation>Zweimal eingestempelt.</translation>
    </message>
    <message>
        <source>Break started twice.</source>
        <translation>Pause zweimal begonnen.</translation>
    </message>
    <message>
        <source>The clock-in is missing.</source>
        <translation>Das Einstempeln fehlt.</translation>
    </message>
    <message>
        <source>A clock-out without a clock-in.</source>
        <translation>Ausgestempelt ohne Einstempeln.</translation>
    </message>
    <message>
        <source>A break ended that had not begun.</source>
        <translation>Eine Pause endete, die nicht begonnen hatte.</translation>
    </message>
    <message>
        <source>A meal break of less than 30 minutes.</source>
        <translation>Eine Essenspause unter 30 Minuten.</translation>
    </message>
    <message>
        <source>Longer than a shift usually is.</source>
        <translation>Länger als eine übliche Schicht.</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>Korrigiert.</translation>
    </message>
    <message>
        <source>Lies in the future.</source>
        <translation>Liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>The clock of the device was off.</source>
        <translation>Die Uhr des Geräts ging falsch.</translation>
    </message>
    <message>
        <source>Changed after the week was approved.</source>
        <translation>Nach der Freigabe der Woche geändert.</translation>
    </message>
    <message>
        <source>{what} {at:%H:%M:%S} – saved on this device</source>
        <translation>{what} {at:%H:%M:%S} – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Added {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation>Nachgetragen {start:%H:%M} bis {end:%H:%M} – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Break from {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation>Pause von {start:%H:%M} bis {end:%H:%M} – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Left out {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation>{start:%H:%M} bis {end:%H:%M} ausgelassen – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Removed {time} – saved on this device</source>
        <translation>Entfernt {time} – auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Choice between two values</source>
        <translation>Wahl zwischen zwei Werten</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>Notification read</source>
        <translation>Mitteilung gelesen</translation>
    </message>
    <message>
        <source>Notification removed</source>
        <translation>Mitteilung gelöscht</translation>
    </message>
    <message>
        <source>Location of a punch</source>
        <translation>Standort einer Stempelung</translation>
    </message>
    <message>
        <source>Location taken back</source>
        <translation>Standort zurückgenommen</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Datensatz</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} Datensätze</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>number when sent</source>
        <translation>Nummer beim Senden</translation>
    </message>
    <message>
        <source>Somebody else has changed {subject} meanwhile. Yours is kept: send it again, or discard it.</source>
        <translation>Jemand anderes hat {subject} inzwischen geändert. Ihre Änderung bleibt erhalten: noch einmal senden oder verwerfen.</translation>
    </message>
    <message>
        <source>{subject} was deleted by somebody else. Your change is kept.</source>
        <translation>{subject} wurde von jemand anderem gelöscht. Ihre Änderung bleibt erhalten.</translation>
    </message>
    <message>
        <source>{subject} is no longer yours, or is not there any more. Your change is kept.</source>
        <translation>{subject} gehört nicht mehr Ihnen oder ist nicht mehr da. Ihre Änderung bleibt erhalten.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Your change is kept.</source>
        <translation>Dafür fehlt das Recht. Ihre Änderung bleibt erhalten.</translation>
    </message>
    <message>
        <source>{subject} has moved on, so this step no longer fits. Your change is kept.</source>
        <translation>{subject} ist schon weiter, dieser Schritt passt nicht mehr. Ihre Änderung bleibt erhalten.</translation>
    </message>
    <message>
        <source>It belongs together with another change that was refused. Both are kept.</source>
        <translation>Gehört zu einer anderen Änderung, die abgelehnt wurde. Beide bleiben erhalten.</translation>
    </message>
    <message>
        <source>The server found a mistake in it. Your entry is kept.</source>
        <translation>Der Server hat darin einen Fehler gefunden. Die Eingabe bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server could not take it. Your entry is kept.</source>
        <translation>Der Server konnte es nicht annehmen. Die Eingabe bleibt erhalten.</translation>
    </message>
    <message>
        <source>New {kind}</source>
        <translation>Neu: {kind}</translation>
    </message>
    <message>
        <source>{kind} removed</source>
        <translation>{kind} entfernt</translation>
    </message>
    <message>
        <source>{kind} restored</source>
        <translation>{kind} wiederhergestellt</translation>
    </message>
    <message>
        <source>Merged into another lead</source>
        <translation>Mit einem anderen Lead zusammengeführt</translation>
    </message>
    <message>
        <source>Stage → {stage}</source>
        <translation>Phase → {stage}</translation>
    </message>
    <message>
        <source>Status → {status}</source>
        <translation>Status → {status}</translation>
    </message>
    <message>
        <source>Checklist answer</source>
        <translation>Antwort auf der Checkliste</translation>
    </message>
    <message>
        <source>{count} checklist answers</source>
        <translation>{count} Antworten auf der Checkliste</translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation>Geändert: {fields}</translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation>{count} Felder</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
</context>
<context>
    <name>set_aside</name>
    <message>
        <source>This is entered by your administrator, not on a device.</source>
        <translation>Das gibt die Administration ein, nicht ein Gerät.</translation>
    </message>
    <message>
        <source>This is not missing any more.</source>
        <translation>Das fehlt nicht mehr.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>This is set by your organisation.</source>
        <translation>Das ist von der Organisation festgelegt.</translation>
    </message>
    <message>
        <source>{name} does not look right.</source>
        <translation>{name} sieht nicht richtig aus.</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Start travel</source>
        <translation>Fahrt beginnen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Warten lassen…</translation>
    </message>
    <message>
        <source>Complete…</source>
        <translation>Abschließen…</translation>
    </message>
    <message>
        <source>Mark as invoiced</source>
        <translation>Als abgerechnet markieren</translation>
    </message>
    <message>
        <source>Cancel the work order…</source>
        <translation>Auftrag stornieren…</translation>
    </message>
    <message>
        <source>Back to {status}</source>
        <translation>Zurück zu „{status}“</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Later changes build on this one. Undo those first.</source>
        <translation>Spätere Änderungen bauen darauf auf. Bitte zuerst diese rückgängig machen.</translation>
    </message>
    <message>
        <source>This has been dealt with already.</source>
        <translation>Das ist schon erledigt.</translation>
    </message>
    <message>
        <source>The disk failed while saving, and the data file can&apos;t be read to see whether it was saved. Everything saved before is kept. Restart the program and look before entering it again.</source>
        <translation>Der Datenträger hat beim Speichern versagt, und die Datendatei lässt sich nicht lesen, um nachzusehen. Alles früher Gespeicherte ist erhalten. Bitte das Programm neu starten und nachsehen, bevor es noch einmal eingegeben wird.</translation>
    </message>
    <message>
        <source>StreamFlow Field is already open for this account. Use the window that is open.</source>
        <translation>StreamFlow Field ist für dieses Konto schon geöffnet. Bitte das offene Fenster benutzen.</translation>
    </message>
    <message>
        <source>This data was last used by a newer version of StreamFlow Field. Nothing was changed. Install that version (or a later one) to open it.</source>
        <translation>Diese Daten wurden zuletzt mit einer neueren Version von StreamFlow Field benutzt. Nichts wurde geändert. Zum Öffnen diese oder eine spätere Version installieren.</translation>
    </message>
    <message>
        <source>The data file was written by a trial version of StreamFlow Field that arranged it in another way, so this version can&apos;t read it. Nothing was changed. Send what is unsent with the version that wrote it, or start this account afresh.</source>
        <translation>Die Datendatei stammt von einer Testversion von StreamFlow Field, in der sie anders aufgebaut war; diese Version kann sie nicht lesen. Nichts wurde geändert. Bitte Ungesendetes mit der Version senden, die sie geschrieben hat, oder dieses Konto neu beginnen.</translation>
    </message>
    <message>
        <source>The data file of this account is empty or missing, although work was saved in it before. Nothing was overwritten. Restore a copy of the file, or start this account afresh.</source>
        <translation>Die Datendatei dieses Kontos ist leer oder fehlt, obwohl darin gespeichert wurde. Nichts wurde überschrieben. Bitte eine Kopie der Datei zurücklegen oder dieses Konto neu beginnen.</translation>
    </message>
    <message>
        <source>The data file in this account&apos;s folder belongs to another account or computer. Nothing was overwritten. Put the right file back, or start this account afresh.</source>
        <translation>Die Datendatei im Ordner dieses Kontos gehört zu einem anderen Konto oder Computer. Nichts wurde überschrieben. Bitte die richtige Datei zurücklegen oder dieses Konto neu beginnen.</translation>
    </message>
    <message>
        <source>The data file is older than what was last saved here: the newest entries are missing from it. Nothing was overwritten. Put the newer file back, or go on with this older one.</source>
        <translation>Die Datendatei ist älter als das zuletzt hier Gespeicherte: Die neuesten Einträge fehlen darin. Nichts wurde überschrieben. Bitte die neuere Datei zurücklegen oder mit dieser älteren weitermachen.</translation>
    </message>
    <message>
        <source>This is not a rescue file that this program can read.</source>
        <translation>Das ist keine Rettungsdatei, die dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>This device was locked out by your organisation. What was not sent is kept, and can&apos;t be changed until you sign in again. To take it along: streamflow rescue.</source>
        <translation>Dieses Gerät wurde von der Organisation ausgesperrt. Nicht Gesendetes bleibt erhalten und lässt sich erst nach neuer Anmeldung ändern. Mitnehmen lässt es sich mit: streamflow rescue.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. Everything saved before is kept. Free some space and save again.</source>
        <translation>Der Datenträger ist voll, daher wurde dies nicht gespeichert. Alles früher Gespeicherte ist erhalten. Bitte Platz schaffen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>The data file can&apos;t be written, so this was not saved. What it holds is kept. Check the folder&apos;s permissions.</source>
        <translation>Die Datendatei lässt sich nicht schreiben, daher wurde dies nicht gespeichert. Ihr Inhalt ist erhalten. Bitte die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>The disk reported an error, so this was not saved. Everything saved before is kept. Check the disk.</source>
        <translation>Der Datenträger meldet einen Fehler, daher wurde dies nicht gespeichert. Alles früher Gespeicherte ist erhalten. Bitte den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Another program is using the data file, so this was not saved. Close it and try again.</source>
        <translation>Ein anderes Programm benutzt die Datendatei, daher wurde dies nicht gespeichert. Bitte dieses schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The data file is damaged. It was left as it is. Restore the newest copy, or ask for help before changing it.</source>
        <translation>Die Datendatei ist beschädigt. Sie wurde gelassen, wie sie ist. Bitte die neueste Kopie zurücklegen oder vor jeder Änderung Hilfe holen.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>See them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>You are offline since {time}.</source>
        <translation>Keine Verbindung seit {time}.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Keine Verbindung.</translation>
    </message>
    <message>
        <source>Everything you saved is with the server.</source>
        <translation>Alles Gespeicherte ist beim Server.</translation>
    </message>
    <message>
        <source>Fetching your organisation and its people.</source>
        <translation>Organisation und Personen werden geholt.</translation>
    </message>
    <message>
        <source>Fetching what is still missing.</source>
        <translation>Noch Fehlendes wird geholt.</translation>
    </message>
    <message>
        <source>Fetching your open work: {done} of {total} record.</source>
        <translation>Offene Aufträge werden geholt: {done} von {total} Datensatz.</translation>
    </message>
    <message>
        <source>Fetching your open work: {done} of {total} records.</source>
        <translation>Offene Aufträge werden geholt: {done} von {total} Datensätzen.</translation>
    </message>
    <message>
        <source>Your open work is here. Fetching everything else: {done} of about {total} record.</source>
        <translation>Die offenen Aufträge sind da. Alles andere wird geholt: {done} von etwa {total} Datensatz.</translation>
    </message>
    <message>
        <source>Your open work is here. Fetching everything else: {done} of about {total} records.</source>
        <translation>Die offenen Aufträge sind da. Alles andere wird geholt: {done} von etwa {total} Datensätzen.</translation>
    </message>
    <message>
        <source>You can work meanwhile.</source>
        <translation>Sie können inzwischen arbeiten.</translation>
    </message>
    <message>
        <source>You can already clock in.</source>
        <translation>Sie können schon einstempeln.</translation>
    </message>
    <message>
        <source>Not everything is here yet</source>
        <translation>Noch ist nicht alles da</translation>
    </message>
    <message>
        <source>What is missing arrives by itself.</source>
        <translation>Was fehlt, kommt von selbst.</translation>
    </message>
    <message>
        <source>What is missing arrives as soon as this device speaks with the server again.</source>
        <translation>Was fehlt, kommt, sobald dieses Gerät wieder mit dem Server spricht.</translation>
    </message>
    <message>
        <source>1 record is saved on this device</source>
        <translation>1 Datensatz ist auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>{count} records are saved on this device</source>
        <translation>{count} Datensätze sind auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>and will be sent by itself.</source>
        <translation>und wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>and will be sent by themselves.</source>
        <translation>und werden von selbst gesendet.</translation>
    </message>
    <message>
        <source>A copy of one change is in {name}. It is still here and will be sent.</source>
        <translation>Eine Kopie von einer Änderung liegt in {name}. Sie ist weiterhin hier und wird gesendet.</translation>
    </message>
    <message>
        <source>A copy of {count} changes is in {name}. They are still here and will be sent.</source>
        <translation>Eine Kopie von {count} Änderungen liegt in {name}. Sie sind weiterhin hier und werden gesendet.</translation>
    </message>
</context>
<context>
    <name>sync_desk</name>
    <message>
        <source>This is with the server already, or on its way. Nothing was changed; change it there instead.</source>
        <translation>Das ist schon beim Server oder unterwegs. Nichts wurde geändert; bitte dort ändern.</translation>
    </message>
    <message>
        <source>This could not be compared with the server just now. {sentence}</source>
        <translation>Ein Vergleich mit dem Server war gerade nicht möglich. {sentence}</translation>
    </message>
    <message>
        <source>{what}: undone, and kept in the trash for 30 days.</source>
        <translation>{what}: zurückgenommen, noch 30 Tage im Papierkorb.</translation>
    </message>
    <message>
        <source>{what}: undone with all that belongs to it, and kept in the trash for 30 days.</source>
        <translation>{what}: samt allem, was dazugehört, zurückgenommen, noch 30 Tage im Papierkorb.</translation>
    </message>
    <message>
        <source>{records} on this device, but not on the restored server: see Set aside in Needs attention.</source>
        <translation>{records} auf diesem Gerät, aber nicht auf dem wiederhergestellten Server: siehe „Beiseite“ unter „Zu klären“.</translation>
    </message>
</context>
<context>
    <name>tabular</name>
    <message>
        <source>The file is too large for one import (100 MB is the most).</source>
        <translation>Die Datei ist zu groß für einen Import (höchstens 100 MB).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read as a table from line {line} on: {trouble}.</source>
        <translation>Die Datei lässt sich ab Zeile {line} nicht als Tabelle lesen: {trouble}.</translation>
    </message>
</context>
<context>
    <name>time_clock</name>
    <message>
        <source>The end has to come after the start.</source>
        <translation>Das Ende muss nach dem Beginn liegen.</translation>
    </message>
    <message>
        <source>This has not happened yet. Clock in when it begins.</source>
        <translation>Das liegt noch in der Zukunft. Bitte einstempeln, wenn es beginnt.</translation>
    </message>
    <message>
        <source>This is longer than a shift may be. Is it the right day?</source>
        <translation>Das ist länger als eine Schicht sein darf. Stimmt der Tag?</translation>
    </message>
    <message>
        <source>There is other time between start and end already. Correct that entry instead.</source>
        <translation>Zwischen Beginn und Ende gibt es schon andere Zeit. Bitte stattdessen jenen Eintrag korrigieren.</translation>
    </message>
    <message>
        <source>Nothing is running that could end.</source>
        <translation>Es läuft nichts, was enden könnte.</translation>
    </message>
    <message>
        <source>It has been running since {since:%H:%M}; the end has to come after that.</source>
        <translation>Es läuft seit {since:%H:%M}; das Ende muss danach liegen.</translation>
    </message>
    <message>
        <source>This has not happened yet. Clock out when it does.</source>
        <translation>Das liegt noch in der Zukunft. Bitte ausstempeln, wenn es so weit ist.</translation>
    </message>
    <message>
        <source>This is one part of a shift. Remove its breaks and job switches first, or correct its times.</source>
        <translation>Das ist ein Teil einer Schicht. Entfernen Sie zuerst ihre Pausen und Auftragswechsel, oder berichtigen Sie ihre Zeiten.</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation>Fehlende Zeit nachtragen…</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>Nothing recorded, {start} to {end}</source>
        <translation>Nichts erfasst, {start} bis {end}</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
</context>
<context>
    <name>timesheet</name>
    <message>
        <source>1 week to approve</source>
        <translation>1 Woche freizugeben</translation>
    </message>
    <message>
        <source>{count} weeks to approve</source>
        <translation>{count} Wochen freizugeben</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Kein Auftrag</translation>
    </message>
    <message>
        <source>No time in this week</source>
        <translation>Keine Zeit in dieser Woche</translation>
    </message>
    <message>
        <source>By job</source>
        <translation>Nach Auftrag</translation>
    </message>
    <message>
        <source>Made on {when} by {who}</source>
        <translation>Erstellt am {when} von {who}</translation>
    </message>
    <message>
        <source>{status} by {name}, {when}</source>
        <translation>{status} von {name}, {when}</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Stundenzettel</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>Gearbeitet</translation>
    </message>
    <message>
        <source>Of that overtime</source>
        <translation>Davon Überstunden</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>travel {time}</source>
        <translation>Fahrt {time}</translation>
    </message>
    <message>
        <source>break {time}</source>
        <translation>Pause {time}</translation>
    </message>
    <message>
        <source>Overtime {time}</source>
        <translation>Überstunden {time}</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Fahrt</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Paid rest</source>
        <translation>Pause, bezahlt</translation>
    </message>
    <message>
        <source>Unpaid meal</source>
        <translation>Essenspause, unbezahlt</translation>
    </message>
</context>
<context>
    <name>timesheets</name>
    <message>
        <source>A week that is {was} can&apos;t become {wanted}.</source>
        <translation>Von „{was}“ geht eine Woche nicht nach „{wanted}“.</translation>
    </message>
    <message>
        <source>You may only hand in your own week.</source>
        <translation>Nur die eigene Woche lässt sich einreichen.</translation>
    </message>
    <message>
        <source>You may not approve or return this week.</source>
        <translation>Für das Freigeben oder Zurückgeben dieser Woche fehlt das Recht.</translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation>Bitte angeben, was zu ändern ist.</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Something went wrong in this program. What was saved before is safe. The log says what happened.</source>
        <translation>In diesem Programm ist etwas schiefgegangen. Früher Gespeichertes ist sicher. Das Protokoll sagt, was geschah.</translation>
    </message>
</context>
<context>
    <name>typed_start</name>
    <message>
        <source>A time, like 9:30.</source>
        <translation>Eine Uhrzeit wie 9:30.</translation>
    </message>
    <message>
        <source>Say on which day, too.</source>
        <translation>Bitte auch den Tag angeben.</translation>
    </message>
</context>
<context>
    <name>undoing</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>unsaved</name>
    <message>
        <source>New lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Note: {record}</source>
        <translation>Notiz: {record}</translation>
    </message>
    <message>
        <source>Changes to {record}</source>
        <translation>Änderungen an {record}</translation>
    </message>
    <message>
        <source>Part: {record}</source>
        <translation>Teil: {record}</translation>
    </message>
    <message>
        <source>Checklist: {record}</source>
        <translation>Checkliste: {record}</translation>
    </message>
    <message>
        <source>Answer: {record}</source>
        <translation>Antwort: {record}</translation>
    </message>
    <message>
        <source>Reason: {record}</source>
        <translation>Grund: {record}</translation>
    </message>
    <message>
        <source>Signature: {record}</source>
        <translation>Unterschrift: {record}</translation>
    </message>
    <message>
        <source>Work order for {record}</source>
        <translation>Auftrag für {record}</translation>
    </message>
    <message>
        <source>Site: {record}</source>
        <translation>Standort: {record}</translation>
    </message>
    <message>
        <source>Contact: {record}</source>
        <translation>Ansprechpartner: {record}</translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation>Schneller Lead</translation>
    </message>
    <message>
        <source>Missed time</source>
        <translation>Nachgetragene Zeit</translation>
    </message>
    <message>
        <source>Week to return</source>
        <translation>Woche zurückgeben</translation>
    </message>
    <message>
        <source>Something refused, being mended</source>
        <translation>Etwas Abgelehntes in Korrektur</translation>
    </message>
    <message>
        <source>A choice between two values</source>
        <translation>Wahl zwischen zwei Werten</translation>
    </message>
    <message>
        <source>Correction of {day}</source>
        <translation>Korrektur: {day}</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>ein anderer</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>week</name>
    <message>
        <source>Handed in</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Not handed in</source>
        <translation>Nicht eingereicht</translation>
    </message>
    <message>
        <source>Hand it in when it is complete.</source>
        <translation>Einreichen, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>{name} has not handed it in yet.</source>
        <translation>{name} hat sie noch nicht eingereicht.</translation>
    </message>
    <message>
        <source>{name} waits for your decision.</source>
        <translation>{name} wartet auf Ihre Entscheidung.</translation>
    </message>
    <message>
        <source>{name} waits for your decision; handed in {when}.</source>
        <translation>{name} wartet auf Ihre Entscheidung; eingereicht {when}.</translation>
    </message>
    <message>
        <source>It waits for your crew lead or the office.</source>
        <translation>Sie wartet auf Teamleitung oder Büro.</translation>
    </message>
    <message>
        <source>It waits.</source>
        <translation>Sie wartet.</translation>
    </message>
    <message>
        <source>Its times are not corrected any more unless it is returned.</source>
        <translation>Ihre Zeiten lassen sich erst nach einer Rückgabe korrigieren.</translation>
    </message>
    <message>
        <source>By {name}, {when}. Its times are not corrected any more unless it is returned.</source>
        <translation>Von {name}, {when}. Die Zeiten lassen sich erst nach einer Rückgabe korrigieren.</translation>
    </message>
    <message>
        <source>To change: {comment}</source>
        <translation>Zu ändern: {comment}</translation>
    </message>
    <message>
        <source>{name} asks: {comment}</source>
        <translation>{name} bittet: {comment}</translation>
    </message>
    <message>
        <source>Changed since it was approved: {before} then, {now} now.</source>
        <translation>Seit der Freigabe geändert: damals {before}, jetzt {now}.</translation>
    </message>
    <message>
        <source>Changed since it was handed in: {before} then, {now} now.</source>
        <translation>Seit dem Einreichen geändert: damals {before}, jetzt {now}.</translation>
    </message>
    <message>
        <source>1 entry to check</source>
        <translation>1 Eintrag zu prüfen</translation>
    </message>
    <message>
        <source>{count} entries to check</source>
        <translation>{count} Einträge zu prüfen</translation>
    </message>
</context>
<context>
    <name>weeks</name>
    <message>
        <source>This person is not in your crew.</source>
        <translation>Diese Person ist nicht in Ihrem Team.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>work_orders</name>
    <message>
        <source>There are several work orders like {text}.</source>
        <translation>Es gibt mehrere Aufträge wie {text}.</translation>
    </message>
    <message>
        <source>There is no work order {text} here.</source>
        <translation>Einen Auftrag {text} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>This is not on the checklist any more.</source>
        <translation>Das steht nicht mehr auf der Checkliste.</translation>
    </message>
    <message>
        <source>This work order has no time of day yet.</source>
        <translation>Dieser Auftrag hat noch keine Uhrzeit.</translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation>Dieser Auftrag ist nicht mehr auf diesem Gerät.</translation>
    </message>
</context>
</TS>
