<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>{name}: settings, sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Clock in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in on a job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an unpaid meal break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a paid rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import leads from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item that needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityChart</name>
    <message>
        <source>Sync activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sent} sent, {received} received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline from {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is {status}; it is not planned for another day any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is planned for {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeNote</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on this device only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item} (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentRow</name>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Photos and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Add a photo, or drop a file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photo or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos or files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you have set it, only what you fetch is carried; the rest waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this computer opens {name}. Save a copy instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}? It goes for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Fix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what it waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made {t}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s words: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you entered is kept on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 later change waits behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} later changes wait behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mended, and saved on this device to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this change? It goes to the trash and can be brought back for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionScreen</name>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of changes that need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the server can&apos;t take something, it waits here with what happened and what you can do. {key} brings you to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people changed this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications: {count} unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications: all read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>It can&apos;t go further in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Drag a card, or press Shift with an arrow key; Enter opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Diagnostics for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, counts, checks and the log, without names, phone numbers, notes or sign-in data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bundle holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>All changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you save shows here until the server has it, and for a while after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order has no checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistEditor</name>
    <message>
        <source>Add checklist item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in on a job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>travel {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid meal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockFace</name>
    <message>
        <source>Time on the clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>Not in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionPill</name>
    <message>
        <source>Open Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection. Opens Sync.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvertPanel</name>
    <message>
        <source>Make a work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer of this lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time, like 9:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead is won, and customer and work order are saved together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>Correct this entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week is approved. It is returned first, and corrected then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays beside the correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrewCard</name>
    <message>
        <source>Your crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No work orders on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No leads on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this customer for everybody? Work orders and leads stay. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer deleted – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where work is done, if not at the address above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who to ask for there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search looks at what is on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customers of your work orders show here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone, address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>Timeline of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time on this day yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gap}: click to add time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedBin</name>
    <message>
        <source>What you or somebody else deletes stays here for 30 days and comes back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back – saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <source>Demo. The server runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network is up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network is cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchCard</name>
    <message>
        <source>Fetching your work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your open work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Nothing like that on this device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixForm</name>
    <message>
        <source>Save and send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>To follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that are to be followed up: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowersCard</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Travelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the job report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach the job report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number when sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>StreamFlow Field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changed what, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was changed, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be asked now. This is what was done on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} added: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} removed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} brought back: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import leads from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out those that look like somebody who is here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {count}. The file can be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, since they had been sent: {count}. The office can delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} are saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was imported before is kept; the file is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads saved on this device: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already imported before: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: import the file again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any table with a heading row will do: comma, semicolon or tab between cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported before: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice in the file: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look like somebody who is here already: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a mistake, so left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {count} leads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as Pa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}: {text} is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPicker</name>
    <message>
        <source>Work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, title or customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open work order like that on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which job?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Help and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadFilters</name>
    <message>
        <source>All stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To follow up: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone, address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadForm</name>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadHead</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was typed and not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadInspector</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed {names} meanwhile. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadsScreen</name>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and filters look at what is on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lead like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one here, or bring a list in from a file. It works without a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what you typed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order made – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lead is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list, or enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>Not everything is sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out and keep them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of unsent data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of {count} changes is in {name}. They are still here and will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, enter your PIN. Your work is as you left it, and the clock keeps running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot the PIN?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the password of {email}. The PIN is removed, and you can choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Merge two leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not merged: {trouble} Both leads are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other lead leaves the list. Its notes and photos are shown with this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead that stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergedCard</name>
    <message>
        <source>Merged into this lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the merge of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissedTime</name>
    <message>
        <source>Add missed time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays beside the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For time that you worked and did not clock. It is marked as entered by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingBin</name>
    <message>
        <source>The server was restored from a backup that lacks these, and no device has sent them again. Enter them again as they were, or let them go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has all that this device has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be entered again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your administrator enters it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered again – saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go. It stays only in the server&apos;s own backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go? It is removed from this device and can&apos;t be brought back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewWorkOrderPage</name>
    <message>
        <source>I do it myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer from the list, or leave this empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours are a number, such as 2 or 1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of a customer on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 9:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New work order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead was merged into {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead is not on this device any more. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a new lead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are told here when somebody gives you work, plans it anew or corrects your time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is no longer on this device. It may be somebody else&apos;s now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsRow</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} What you wrote is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 2 or 1.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as m or kg; empty for pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>Parts and materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} each, {total} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}? It goes for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>PIN for this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a device that several people use: after a pause the window is locked until you enter your PIN. The clock keeps running, nothing that you typed is lost, and your password always gets you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is set. It is asked for when this window was locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN is set: the window never locks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanNotice</name>
    <message>
        <source>It was planned for: {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was assigned to: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has changed since you last looked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>StreamFlow Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed isn&apos;t saved yet, so the language changes when you open the program next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {email}. What you saved here stays and is sent afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickLead</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on this device only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and phone are enough; the rest can follow.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachButtons</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your work could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was made after this file and not sent yet is lost with the newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the older file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is set aside, not deleted, and everything that the server has is fetched. What was not sent yet stays in the old file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Save the job report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job report saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job report attached. It is saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>Unsent work on another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this device is to be repaired or replaced: save what is not sent as an encrypted file, and take it over on another device where you have signed in. It is sent once, wherever it goes out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the file, 8 characters or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save encrypted…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {name}, encrypted; changes: {count}. They are still here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over from {name}; changes: {count}. They are sent from here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save unsent work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over unsent work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsent work (*.rescue)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>What only one of you changed is merged. What both changed needs your eye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people changed {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice is saved on this device, and goes to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you decide, what is in place stays; the other value is kept too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in place, changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in place · {by}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunningClock</name>
    <message>
        <source>Running clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a break</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedFilterButton</name>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this filter: {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or command…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this computer writes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours, 16:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 hours, 4:30 PM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks begin on {day}; days and overtime are counted in {zone}. Your organisation sets both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small, quickest to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unless the line costs extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what I fetch; the rest waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a photo was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records are always sent. Photos and files can wait while this computer says that the line costs extra, or until you say so yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location on punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off unless you switch it on. It would say where you are at the moment of a punch, never between, and only you can decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version has no source of location yet: switching it on records that you agree, no place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On, at punches only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You switched it on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You switched it off {when}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Hand in this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed in – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is {name} to change? They read this beside the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>StreamFlow Field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your office knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It protects your sign-in here and is asked for at each start. Keep it in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to StreamFlow Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this you can work without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign here with mouse, finger or pen, or use the typed name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Who signs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the typed name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} What was drawn is still here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageBoard</name>
    <message>
        <source>Leads by stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {stage}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBoard</name>
    <message>
        <source>{number} is {status}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {position} of {count}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Were you at work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as it is until you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work ended at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I was working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this time out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You mostly stop about {time}, and the clock still runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer slept from {since} to {until} while you were on the clock for {job}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer slept from {since} to {until} while you were on the clock.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Save a copy of unsent data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else is held up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept here, sent in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, confirmed by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record needs you; it is kept on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records need you; they are kept on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last contact {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contact with the server yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server clock {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of unsent data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of {count} changes is in {name}. They are still here and will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Time used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Time on this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>A time, like {example}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Today&apos;s timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimesheetScreen</name>
    <message>
        <source>Whose time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the week is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time entries of the week; Enter corrects one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the week by job and day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time in this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you clock shows here, day by day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtime {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayOrders</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No work orders today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the office plans for you shows here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>1 work order today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} work orders today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are still on the clock since {day}, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on if you are at work, or say when it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shift of {day} was never clocked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashBin</name>
    <message>
        <source>What you discard or undo stays here for 30 days and can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought back, saved on this device and sent again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an unpaid meal break</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedNote</name>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed and not saved yet:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>There is a question about your time. Nothing changes until you answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Hours of the week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} · line: {limit} a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekFiles</name>
    <message>
        <source>Save or print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print… ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week is in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entries are in {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkOrderPage</name>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does it have to wait?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a word or two why, so that the office knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this work order? It stays in the list and can be taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order is not on this device any more. What you sent is with the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkOrdersScreen</name>
    <message>
        <source>All on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My crew&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished">Hoy</translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and filters look at what is on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No work order like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the office plans for you shows here by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, title, address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Search</name>
    <message>
        <source>Search or command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>{who} (its file can&apos;t be read)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} ({count} not sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record is only on this device and not sent yet. Send it first, save a copy of it, or sign out and keep it here: it goes out when you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records are only on this device and not sent yet. Send them first, save a copy of them, or sign out and keep them here: they go out when you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation has set the server to {url}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server knows somebody else by this e-mail address now. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation, the e-mail address or the password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server needs a newer version of this program. Please update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not sign you in: {trouble} Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the address of your organisation&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, and whether this computer is online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} was not found. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} does not answer. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers at {url}, but it is not a StreamFlow server. Check the address, or sign in to the network first if it has a login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense to this program. Please update it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amounts</name>
    <message>
        <source>{text!r} is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} is not a quantity, such as 2 or 1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity has at most three decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity is more than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} has no time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} has more decimals than its currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} is not a month.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attachment</name>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent to us yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose signature is it? The name is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature of {name}.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not opened from here. Save a copy first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attachment is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not on this device. Fetch it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {size} MB; at most {most} MB can be attached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Nothing was attached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>badge</name>
    <message>
        <source>Saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>boards</name>
    <message>
        <source>Work orders by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work orders of the week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>checklists</name>
    <message>
        <source>Two items of the checklist have the same id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between {least} and {most}{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {least}{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {most}{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: the lower bound is above the upper one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: a choice needs two things to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: only a number has a unit and bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: only a choice has something to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is done or not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is answered in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is answered with a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has to be {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>On a meal break since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a paid rest since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the clock since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travelling since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off the clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text!r} is not a stage.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>completing</name>
    <message>
        <source>Still open on the checklist: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open on the checklist: {names} and {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still on the clock for it: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete it all the same?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>conflicts</name>
    <message>
        <source>This has been decided already, or is no longer yours to decide. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A work order that is {now} can&apos;t become {wanted}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {sending} of {waiting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} · {count} saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online · all sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline since {since:%H:%M}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are online and everything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused. {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in has ended. {kept} Sign in again to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program needs an update to receive. {goes_out} You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was locked out by your organisation. {kept} What came from the server was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you saved is with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record is saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records are saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record is saved on this device and will be sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records are saved on this device and will be sent by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>csv_import</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column looks like the lead&apos;s name. The file has these columns: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same phone as line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same e-mail as line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} can&apos;t be read from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>This customer is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {kind} is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deleted</name>
    <message>
        <source>This is not among what was deleted in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>You are not allowed to {what} a {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>Not compared with the server since the program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {megabytes} MB are free. Make some room, or new work can&apos;t be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{megabytes:,} MB are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is in trouble: {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {name}, {organisation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is {offset:+.1f} s from this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is kept here is as on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as on the server: {kinds}. It is fetched again by itself; what you entered is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attention} need you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be told without the server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>Asked about {since} to {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time was changed meanwhile, or it did not run then. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The folder {folder} can&apos;t be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so {name} was not saved. The old one is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>finder</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>This has been dealt with already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for another change that needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} · week of {week.day} {week:%b %Y}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Search or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or end a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what has not been sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item that needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lead</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow up on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lead_merge</name>
    <message>
        <source>A lead can&apos;t be merged into itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead stands by itself already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead is not on this device any more, or was merged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lead_rows</name>
    <message>
        <source>This row has {cells} cells, but the table has {columns} columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark opens in this row and is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>To follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lookalikes</name>
    <message>
        <source>Same phone as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same e-mail as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same phone as {name}, a customer&apos;s contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same e-mail as {name}, a customer&apos;s contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like {name}, {address}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>punch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timesheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amended at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow up on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>The answer was far too large and was not read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer took too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer did not come from the StreamFlow server. Is there a network login page?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server speaks a newer language than this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is packed in a way that nobody asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer arrived damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was far too large when unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy or out of order ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ({status}) did not come from the StreamFlow server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. The files are kept, and sending is tried again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file on this device is damaged and can&apos;t be sent. Attach it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took nothing of what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server gave nothing of what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file arrived damaged. It is fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s database is another one than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your work is saved, and sending is tried again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not the address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not encrypted. The address must start with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer did not come from the StreamFlow server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has more of this file than there is of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event stream did not come from the StreamFlow server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer leads nowhere: it names the same place again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server keeps failing on this entry. It is kept on this device; try it again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry is too large for the server. It is kept on this device; make it shorter and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer does not match what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for this exchange is up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>{who} gave you {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} changed when {what} is planned for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} cancelled {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} wrote something else on {what} than you. Both are kept: decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} corrected your time. The original stays on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} approved your week of {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} returned your week of {what}, with a comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This notification has been deleted. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>{name} can&apos;t be written there: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>This part is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>That passphrase does not open the secrets on this device. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with this device&apos;s secrets is damaged ({file}). Your work is untouched. Move the file away and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not in your crew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several people called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>This picture is too large to be shown: {width} × {height} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is damaged and can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Nothing was attached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pill</name>
    <message>
        <source>Sending {sent} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pin</name>
    <message>
        <source>A PIN has {shortest} to {longest} digits. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong tries. Please wait {left}, or sign in with your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN. What you were doing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Plan changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>punching</name>
    <message>
        <source>Undone right away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time needs a time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week is approved. Ask your crew lead or the office to return it, then correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can only punch for yourself and for your own crew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why; the reason stays with the correction.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished">Hoy</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>The data file is not older than what was saved last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is sound, so there is nothing to recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} can&apos;t be set aside: {reason}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{otherwise} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>What was to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts and materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {when} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned for {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is not on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rescue</name>
    <message>
        <source>A passphrase of at least {shortest} characters is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already. Nothing was overwritten; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not open this file. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a rescue file, or it is damaged or missing. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds the work of another account. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>{name} is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be changed any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the office can invoice a work order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A work order that is {was} can&apos;t become {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is set by the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a field of a {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not look right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} contains a character that can&apos;t be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too long ({count} characters).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>This device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>secrets</name>
    <message>
        <source>The sign-in on this device is behind a passphrase. Please give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no safe place for your sign-in. Choose a passphrase to protect it; you will be asked for it when the program starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase file {named} can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked or did not answer. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo of a punch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travelling since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpaid meal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock-out is missing. Say when it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlaps with other time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocked in twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break started twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock-in is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clock-out without a clock-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A break ended that had not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A meal break of less than 30 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer than a shift usually is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of the device was off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed after the week was approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {at:%H:%M:%S} – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice between two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number when sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed {subject} meanwhile. Yours is kept: send it again, or discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was deleted by somebody else. Your change is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} is no longer yours, or is not there any more. Your change is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to do this. Your change is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} has moved on, so this step no longer fits. Your change is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs together with another change that was refused. Both are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server found a mistake in it. Your entry is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not take it. Your entry is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into another lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage → {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status → {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} checklist answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>set_aside</name>
    <message>
        <source>This is entered by your administrator, not on a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not missing any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>This is set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not look right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the work order…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {status}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Later changes build on this one. Undo those first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT root, op FROM trash WHERE key = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT 1 FROM successor WHERE key = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been dealt with already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT code FROM attention WHERE key = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT is_withdrawn FROM outbox WHERE key = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk failed while saving, and the data file can&apos;t be read to see whether it was saved. Everything saved before is kept. Restart the program and look before entering it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StreamFlow Field is already open for this account. Use the window that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was last used by a newer version of StreamFlow Field. Nothing was changed. Install that version (or a later one) to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file of this account is empty or missing, although work was saved in it before. Nothing was overwritten. Restore a copy of the file, or start this account afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file in this account&apos;s folder belongs to another account or computer. Nothing was overwritten. Put the right file back, or start this account afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is older than what was last saved here: the newest entries are missing from it. Nothing was overwritten. Put the newer file back, or go on with this older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a rescue file that this program can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was locked out by your organisation. What was not sent is kept, and can&apos;t be changed until you sign in again. To take it along: streamflow rescue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. Everything saved before is kept. Free some space and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file can&apos;t be written, so this was not saved. What it holds is kept. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error, so this was not saved. Everything saved before is kept. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the data file, so this was not saved. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is damaged. It was left as it is. Restore the newest copy, or ask for help before changing it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>See them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you saved is with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching your organisation and its people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching what is still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching your open work: {done} of {total} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your open work is here. Fetching everything else: {done} of about {total} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can work meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can already clock in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record is saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records are saved on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and will be sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and will be sent by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sync_desk</name>
    <message>
        <source>This is with the server already, or on its way. Nothing was changed; change it there instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be compared with the server just now. {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: undone, and kept in the trash for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{records} on this device, but not on the restored server: see Set aside in Needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tabular</name>
    <message>
        <source>The file is too large for one import (100 MB is the most).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can&apos;t be read as a table from line {line} on: {trouble}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>time_clock</name>
    <message>
        <source>The end has to come after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has not happened yet. Clock in when it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than a shift may be. Is it the right day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is other time between start and end already. Correct that entry instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running that could end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been running since {since:%H:%M}; the end has to come after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has not happened yet. Clock out when it does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded, {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>timesheet</name>
    <message>
        <source>1 week to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weeks to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time in this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {when} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} by {name}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of that overtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>travel {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtime {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid meal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>timesheets</name>
    <message>
        <source>A week that is {was} can&apos;t become {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may only hand in your own week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not approve or return this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Something went wrong in this program. What was saved before is safe. The log says what happened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>undoing</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>week</name>
    <message>
        <source>Handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it in when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has not handed it in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} waits for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} waits for your decision; handed in {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for your crew lead or the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its times are not corrected any more unless it is returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {name}, {when}. Its times are not corrected any more unless it is returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change: {comment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} asks: {comment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since it was approved: {before} then, {now} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since it was handed in: {before} then, {now} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entries to check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>weeks</name>
    <message>
        <source>This person is not in your crew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>work_orders</name>
    <message>
        <source>{text!r} is not a time of day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several work orders like {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no work order {text} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not on the checklist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order has no time of day yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
