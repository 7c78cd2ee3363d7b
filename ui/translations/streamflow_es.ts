<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>{name}: settings, sign out</source>
        <translation>{name}: ajustes, cerrar sesión</translation>
    </message>
    <message>
        <source>Switch account</source>
        <translation>Cambiar de cuenta</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Cerrar sesión…</translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation>Otra cuenta…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Clock in</source>
        <translation>Fichar entrada</translation>
    </message>
    <message>
        <source>Clock in on a job…</source>
        <translation>Fichar entrada en una orden…</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Fichar salida</translation>
    </message>
    <message>
        <source>Switch job…</source>
        <translation>Cambiar de orden…</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Volver al trabajo</translation>
    </message>
    <message>
        <source>Take an unpaid meal break</source>
        <translation>Empezar comida no pagada</translation>
    </message>
    <message>
        <source>Take a paid rest</source>
        <translation>Empezar descanso pagado</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation>Añadir tiempo olvidado…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo lead</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Nueva orden</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation>Lead rápido</translation>
    </message>
    <message>
        <source>Import leads from a file…</source>
        <translation>Importar leads de un archivo…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>Deshacer: {change}</translation>
    </message>
    <message>
        <source>Next item that needs attention</source>
        <translation>Siguiente elemento por revisar</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Switch to light theme</source>
        <translation>Usar tema claro</translation>
    </message>
    <message>
        <source>Switch to dark theme</source>
        <translation>Usar tema oscuro</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Ayuda y teclas</translation>
    </message>
    <message>
        <source>Switch account…</source>
        <translation>Cambiar de cuenta…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Cerrar sesión…</translation>
    </message>
</context>
<context>
    <name>ActivityChart</name>
    <message>
        <source>Sync activity</source>
        <translation>Actividad de sincronización</translation>
    </message>
    <message>
        <source>{sent} sent, {received} received</source>
        <translation>{sent} enviados, {received} recibidos</translation>
    </message>
    <message>
        <source>offline from {start} to {end}</source>
        <translation>sin conexión de {start} a {end}</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semana siguiente</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>{number} is {status}; it is not planned for another day any more.</source>
        <translation>{number}: {status}. Ya no se planifica para otro día.</translation>
    </message>
    <message>
        <source>{number} is planned for {day}</source>
        <translation>{number} se ha planificado para {day}</translation>
    </message>
</context>
<context>
    <name>AlikeNote</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>Checked on this device only.</source>
        <translation>Comprobado solo en este dispositivo.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>Combinar con {name}</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Add photo…</source>
        <translation>Añadir foto…</translation>
    </message>
    <message>
        <source>Another photo…</source>
        <translation>Otra foto…</translation>
    </message>
    <message>
        <source>{item} (optional)</source>
        <translation>{item} (opcional)</translation>
    </message>
</context>
<context>
    <name>AttachmentRow</name>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Más sobre {name}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Photos and files</source>
        <translation>Fotos y archivos</translation>
    </message>
    <message>
        <source>Nothing here yet. Add a photo, or drop a file here.</source>
        <translation>Aún no hay nada. Añada una foto o arrastre un archivo aquí.</translation>
    </message>
    <message>
        <source>Add photo or file</source>
        <translation>Añadir foto o archivo</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Add photos or files</source>
        <translation>Añadir fotos o archivos</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Añadiendo…</translation>
    </message>
    <message>
        <source>As you have set it, only what you fetch is carried; the rest waits.</source>
        <translation>Según sus ajustes, solo viaja lo que se descarga; el resto espera.</translation>
    </message>
    <message>
        <source>Nothing on this computer opens {name}. Save a copy instead.</source>
        <translation>Nada en este equipo abre {name}. Guarde una copia.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Remove {name}? It goes for everybody.</source>
        <translation>¿Quitar {name}? Desaparece para todos.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Fix…</source>
        <translation>Corregir…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Show what it waits for</source>
        <translation>A qué espera</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Abrir el registro</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>made {t}</source>
        <translation>hecho {t}</translation>
    </message>
    <message>
        <source>The server&apos;s words: {text}</source>
        <translation>Palabras del servidor: {text}</translation>
    </message>
    <message>
        <source>What you entered is kept on this device.</source>
        <translation>Lo introducido se conserva en este dispositivo.</translation>
    </message>
    <message>
        <source>1 later change waits behind it.</source>
        <translation>1 cambio posterior espera detrás.</translation>
    </message>
    <message>
        <source>{count} later changes wait behind it.</source>
        <translation>{count} cambios posteriores esperan detrás.</translation>
    </message>
    <message>
        <source>Mended, and saved on this device to be sent again.</source>
        <translation>Corregido y guardado en este dispositivo para enviarse de nuevo.</translation>
    </message>
    <message>
        <source>It will be sent again.</source>
        <translation>Se enviará de nuevo.</translation>
    </message>
    <message>
        <source>Discard this change? It goes to the trash and can be brought back for 30 days.</source>
        <translation>¿Descartar este cambio? Va a la papelera y se puede recuperar durante 30 días.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Moved to the trash.</source>
        <translation>Movido a la papelera.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>{trouble} Nothing was lost.</source>
        <translation>{trouble} No se ha perdido nada.</translation>
    </message>
</context>
<context>
    <name>AttentionScreen</name>
    <message>
        <source>To decide</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminados</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Number of changes that need you</source>
        <translation>Número de cambios por revisar</translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada por revisar</translation>
    </message>
    <message>
        <source>When the server can&apos;t take something, it waits here with what happened and what you can do. {key} brings you to it.</source>
        <translation>Lo que el servidor no puede aceptar espera aquí, con lo ocurrido y lo que se puede hacer. {key} lleva hasta ello.</translation>
    </message>
    <message>
        <source>Two people changed this</source>
        <translation>Dos personas cambiaron esto</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Notifications: {count} unread</source>
        <translation>Notificaciones: {count} sin leer</translation>
    </message>
    <message>
        <source>Notifications: all read</source>
        <translation>Notificaciones: todas leídas</translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>It can&apos;t go further in this direction.</source>
        <translation>No puede ir más allá en esta dirección.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Move to {column}</source>
        <translation>Mover a {column}</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Drag a card, or press Shift with an arrow key; Enter opens it.</source>
        <translation>Arrastre una tarjeta o pulse Mayús con una flecha; Intro la abre.</translation>
    </message>
    <message>
        <source>{text} – saved on this device</source>
        <translation>{text} – se ha guardado en este dispositivo</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Diagnostics for support</source>
        <translation>Diagnóstico para soporte</translation>
    </message>
    <message>
        <source>Versions, counts, checks and the log, without names, phone numbers, notes or sign-in data.</source>
        <translation>Versiones, recuentos, comprobaciones y el registro, sin nombres, teléfonos, notas ni datos de acceso.</translation>
    </message>
    <message>
        <source>What the bundle holds</source>
        <translation>Qué contiene el paquete</translation>
    </message>
    <message>
        <source>Show what it holds</source>
        <translation>Mostrar el contenido</translation>
    </message>
    <message>
        <source>Save the bundle…</source>
        <translation>Guardar el paquete…</translation>
    </message>
    <message>
        <source>Save the bundle</source>
        <translation>Guardar el paquete</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>Archivo comprimido (*.zip)</translation>
    </message>
    <message>
        <source>The bundle is in {name}.</source>
        <translation>El paquete está en {name}.</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Nothing here</source>
        <translation>Nada aquí</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>All changes</source>
        <translation>Todos los cambios</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation>Qué cambios</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nada que enviar</translation>
    </message>
    <message>
        <source>What you save shows here until the server has it, and for a while after.</source>
        <translation>Lo que se guarda aparece aquí hasta que el servidor lo tiene, y un tiempo después.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Checklist</source>
        <translation>Lista de comprobación</translation>
    </message>
    <message>
        <source>This work order has no checklist.</source>
        <translation>Esta orden no tiene lista de comprobación.</translation>
    </message>
    <message>
        <source>Change the checklist</source>
        <translation>Cambiar la lista de comprobación</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} de {count}</translation>
    </message>
</context>
<context>
    <name>ChecklistChange</name>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
</context>
<context>
    <name>ChecklistEditor</name>
    <message>
        <source>Add checklist item</source>
        <translation>Añadir punto</translation>
    </message>
</context>
<context>
    <name>ChecklistForm</name>
    <message>
        <source>Change the checklist</source>
        <translation>Cambiar la lista de comprobación</translation>
    </message>
    <message>
        <source>Save the checklist</source>
        <translation>Guardar la lista de comprobación</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Comprobando…</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Where you are goes with each punch. Settings switch it off.</source>
        <translation>Cada fichaje lleva el lugar donde está. Se desactiva en los ajustes.</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Volver al trabajo</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Fichar salida</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>Tomar una pausa</translation>
    </message>
    <message>
        <source>Switch job…</source>
        <translation>Cambiar de orden…</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>No job chosen</source>
        <translation>Sin orden elegida</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Fichar entrada</translation>
    </message>
    <message>
        <source>Clock in on a job…</source>
        <translation>Fichar entrada en una orden…</translation>
    </message>
    <message>
        <source>Worked today {time}</source>
        <translation>Trabajado hoy: {time}</translation>
    </message>
    <message>
        <source>travel {time}</source>
        <translation>viaje {time}</translation>
    </message>
    <message>
        <source>break {time}</source>
        <translation>pausa {time}</translation>
    </message>
    <message>
        <source>Unpaid meal</source>
        <translation>Comida no pagada</translation>
    </message>
    <message>
        <source>Paid rest</source>
        <translation>Descanso pagado</translation>
    </message>
</context>
<context>
    <name>ClockFace</name>
    <message>
        <source>Time on the clock</source>
        <translation>Tiempo fichado</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>Not in the file</source>
        <translation>No está en el archivo</translation>
    </message>
</context>
<context>
    <name>ConnectionPill</name>
    <message>
        <source>Open Sync</source>
        <translation>Abrir Sincronización</translation>
    </message>
    <message>
        <source>Connection. Opens Sync.</source>
        <translation>Conexión. Abre Sincronización.</translation>
    </message>
</context>
<context>
    <name>ConvertPanel</name>
    <message>
        <source>Make a work order</source>
        <translation>Crear una orden</translation>
    </message>
    <message>
        <source>Make work order</source>
        <translation>Crear orden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Qué hay que hacer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>puede quedar vacío</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>New customer: {name}</source>
        <translation>Nuevo cliente: {name}</translation>
    </message>
    <message>
        <source>The customer of this lead</source>
        <translation>El cliente de este lead</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Diga qué hay que hacer.</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>una fecha</translation>
    </message>
    <message>
        <source>The lead is won, and customer and work order are saved together.</source>
        <translation>El lead queda ganado; cliente y orden se guardan juntos.</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>Correct this entry</source>
        <translation>Corregir esta entrada</translation>
    </message>
    <message>
        <source>This week is approved. It is returned first, and corrected then.</source>
        <translation>Esta semana está aprobada. Primero se devuelve y luego se corrige.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>It stays beside the correction.</source>
        <translation>Queda junto a la corrección.</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Guardar corrección</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Quitar esta entrada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Diga por qué.</translation>
    </message>
    <message>
        <source>The times are as they were. Change one of them, or close this.</source>
        <translation>Las horas son las mismas de antes. Cambie una de ellas o cierre.</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>por {name}</translation>
    </message>
</context>
<context>
    <name>CrewCard</name>
    <message>
        <source>Your crew</source>
        <translation>Su equipo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Fichar salida</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Fichar entrada</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Escribir un correo</translation>
    </message>
    <message>
        <source>No customer</source>
        <translation>Sin cliente</translation>
    </message>
</context>
<context>
    <name>CustomerCards</name>
    <message>
        <source>Sites</source>
        <translation>Ubicaciones</translation>
    </message>
    <message>
        <source>Add site</source>
        <translation>Añadir ubicación</translation>
    </message>
    <message>
        <source>Where work is done, if not at the address above.</source>
        <translation>Dónde se trabaja, si no es en la dirección de arriba.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Cómo entrar</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Añadir contacto</translation>
    </message>
    <message>
        <source>Who to ask for there.</source>
        <translation>Por quién preguntar allí.</translation>
    </message>
    <message>
        <source>What they are there</source>
        <translation>Qué función tiene</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Orden de trabajo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Órdenes de trabajo</translation>
    </message>
    <message>
        <source>No work orders on this device.</source>
        <translation>No hay órdenes en este dispositivo.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>No leads on this device.</source>
        <translation>No hay leads en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Delete customer…</source>
        <translation>Eliminar cliente…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>No se ha guardado: {trouble} Lo escrito sigue aquí.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Delete this customer for everybody? Work orders and leads stay. It can be undone.</source>
        <translation>¿Eliminar este cliente para todos? Las órdenes y los leads se quedan. Se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete customer</source>
        <translation>Eliminar cliente</translation>
    </message>
    <message>
        <source>Customer deleted – saved on this device</source>
        <translation>Cliente eliminado – se ha guardado en este dispositivo</translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>This customer is not on this device any more.</source>
        <translation>Este cliente ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>The search looks at what is on this device.</source>
        <translation>La búsqueda mira lo que hay en este dispositivo.</translation>
    </message>
    <message>
        <source>No customer like that</source>
        <translation>Ningún cliente así</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>The customers of your work orders show here by themselves.</source>
        <translation>Los clientes de sus órdenes aparecen aquí solos.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Aún no hay clientes</translation>
    </message>
    <message>
        <source>Number of customers</source>
        <translation>Número de clientes</translation>
    </message>
    <message>
        <source>Name, phone, address…</source>
        <translation>Nombre, teléfono, dirección…</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Buscar clientes</translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>Timeline of the day</source>
        <translation>Línea de tiempo del día</translation>
    </message>
    <message>
        <source>No time on this day yet</source>
        <translation>Aún no hay tiempo en este día</translation>
    </message>
    <message>
        <source>{gap}: click to add time</source>
        <translation>{gap}: pulse para añadir tiempo</translation>
    </message>
</context>
<context>
    <name>DeletedBin</name>
    <message>
        <source>What you or somebody else deletes stays here for 30 days and comes back as it was.</source>
        <translation>Lo que alguien elimina queda aquí 30 días y vuelve como estaba.</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days</source>
        <translation>No se ha eliminado nada en los últimos 30 días</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminados</translation>
    </message>
    <message>
        <source>Deleted in the last 30 days</source>
        <translation>Eliminado en los últimos 30 días</translation>
    </message>
    <message>
        <source>Brought back – saved on this device.</source>
        <translation>Recuperado – se ha guardado en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>DemoStrip</name>
    <message>
        <source>Demo. The server runs on this computer.</source>
        <translation>Demo. El servidor está en este equipo.</translation>
    </message>
    <message>
        <source>Network is up</source>
        <translation>Hay red</translation>
    </message>
    <message>
        <source>Network is cut</source>
        <translation>Red cortada</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation>Cortar la red</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Conectar de nuevo</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
</context>
<context>
    <name>FetchCard</name>
    <message>
        <source>Fetching your work</source>
        <translation>Descargando su trabajo</translation>
    </message>
    <message>
        <source>Organisation and people</source>
        <translation>Organización y personas</translation>
    </message>
    <message>
        <source>Your open work</source>
        <translation>Sus órdenes abiertas</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Nothing like that on this device.</source>
        <translation>Nada parecido en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>FixForm</name>
    <message>
        <source>Save and send again</source>
        <translation>Guardar y enviar de nuevo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>To follow up</source>
        <translation>Por contactar</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Todos: {count}</translation>
    </message>
    <message>
        <source>All that are to be followed up: {count}</source>
        <translation>Todos los que hay que contactar: {count}</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation>Llamar a {name}</translation>
    </message>
</context>
<context>
    <name>FollowersCard</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>No se ha guardado: {trouble} Lo escrito sigue aquí.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Travelling</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>What you type is in this window only: {trouble}</source>
        <translation>Lo que escribe está solo en esta ventana: {trouble}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Work orders</source>
        <translation>Órdenes de trabajo</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Volver a la lista (Esc)</translation>
    </message>
    <message>
        <source>Call customer</source>
        <translation>Llamar al cliente</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Change the work order…</source>
        <translation>Cambiar la orden…</translation>
    </message>
    <message>
        <source>Save the job report…</source>
        <translation>Guardar el parte de trabajo…</translation>
    </message>
    <message>
        <source>Attach the job report</source>
        <translation>Adjuntar el parte de trabajo</translation>
    </message>
    <message>
        <source>number when sent</source>
        <translation>número al enviar</translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation>previsto {time}</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>asignada a usted</translation>
    </message>
    <message>
        <source>assigned to {name}</source>
        <translation>asignada a {name}</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>aún sin asignar</translation>
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
        <translation>Historial</translation>
    </message>
    <message>
        <source>Who changed what, and when.</source>
        <translation>Quién cambió qué y cuándo.</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Mostrar historial</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Everything that was changed, the newest first.</source>
        <translation>Todo lo que se cambió, lo más reciente primero.</translation>
    </message>
    <message>
        <source>The server can&apos;t be asked now. This is what was done on this device.</source>
        <translation>Ahora no se puede preguntar al servidor. Esto es lo hecho en este dispositivo.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>{what} added: {name}</source>
        <translation>{what}: añadido {name}</translation>
    </message>
    <message>
        <source>{what} removed: {name}</source>
        <translation>{what}: quitado {name}</translation>
    </message>
    <message>
        <source>{what} brought back: {name}</source>
        <translation>{what}: recuperado {name}</translation>
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
        <translation>Orden de trabajo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Pieza</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import leads from a file</source>
        <translation>Importar leads de un archivo</translation>
    </message>
    <message>
        <source>Leave out those that look like somebody who is here already</source>
        <translation>Omitir los que se parecen a alguien que ya está</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>Deshacer esta importación</translation>
    </message>
    <message>
        <source>Back to the leads</source>
        <translation>Volver a los leads</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tablas (*.csv *.tsv *.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>Importar leads</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>Deshaciendo la importación…</translation>
    </message>
    <message>
        <source>Taken back: {count}. The file can be imported again.</source>
        <translation>Deshecho: {count}. El archivo se puede importar otra vez.</translation>
    </message>
    <message>
        <source>Left, since they had been sent: {count}. The office can delete them.</source>
        <translation>Se quedan, pues ya se enviaron: {count}. La oficina puede eliminarlos.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>{done} of {total} are saved on this device.</source>
        <translation>{done} de {total} guardados en este dispositivo.</translation>
    </message>
    <message>
        <source>What was imported before is kept; the file is as it was.</source>
        <translation>Lo importado antes se conserva; el archivo está como estaba.</translation>
    </message>
    <message>
        <source>Leads saved on this device: {count}.</source>
        <translation>Leads guardados en este dispositivo: {count}.</translation>
    </message>
    <message>
        <source>Already imported before: {count}.</source>
        <translation>Ya importados antes: {count}.</translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation>Omitidos: {count}.</translation>
    </message>
    <message>
        <source>Stopped: import the file again to go on.</source>
        <translation>Detenido: importe el archivo otra vez para seguir.</translation>
    </message>
    <message>
        <source>Any table with a heading row will do: comma, semicolon or tab between cells.</source>
        <translation>Sirve cualquier tabla con fila de títulos: coma, punto y coma o tabulador entre celdas.</translation>
    </message>
    <message>
        <source>Ready: {count}.</source>
        <translation>Listos: {count}.</translation>
    </message>
    <message>
        <source>Imported before: {count}.</source>
        <translation>Importados antes: {count}.</translation>
    </message>
    <message>
        <source>Twice in the file: {count}.</source>
        <translation>Repetidos en el archivo: {count}.</translation>
    </message>
    <message>
        <source>Look like somebody who is here already: {count}.</source>
        <translation>Se parecen a alguien que ya está: {count}.</translation>
    </message>
    <message>
        <source>With a mistake, so left out: {count}.</source>
        <translation>Con errores, así que se omiten: {count}.</translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation>Línea {line}: {message}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Import {count} leads</source>
        <translation>Importar {count} leads</translation>
    </message>
    <message>
        <source>Import 1 lead</source>
        <translation>Importar 1 lead</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>such as Pa</source>
        <translation>como Pa</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>puede quedar vacío</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>To choose from</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>separadas por comas</translation>
    </message>
    <message>
        <source>Remove this item</source>
        <translation>Quitar este punto</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>{item}: {text} is not a number.</source>
        <translation>{item}: {text} no es un número.</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Elección</translation>
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
        <translation>Orden de trabajo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Number, title or customer…</source>
        <translation>Número, título o cliente…</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>Buscar una orden</translation>
    </message>
    <message>
        <source>No open work order like that on this device.</source>
        <translation>Ninguna orden abierta así en este dispositivo.</translation>
    </message>
    <message>
        <source>Work on this one</source>
        <translation>Trabajar en esta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Which job?</source>
        <translation>¿Qué orden?</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Órdenes</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Help and keys</source>
        <translation>Ayuda y teclas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>LeadFilters</name>
    <message>
        <source>All stages</source>
        <translation>Etapa: todas</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Fuente: todas</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más nuevos</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>By follow-up</source>
        <translation>Por seguimiento</translation>
    </message>
    <message>
        <source>To follow up: {count}</source>
        <translation>Por contactar: {count}</translation>
    </message>
    <message>
        <source>Name, phone, address…</source>
        <translation>Nombre, teléfono, dirección…</translation>
    </message>
    <message>
        <source>Search leads</source>
        <translation>Buscar leads</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
</context>
<context>
    <name>LeadForm</name>
    <message>
        <source>a date</source>
        <translation>una fecha</translation>
    </message>
</context>
<context>
    <name>LeadHead</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take back what was typed and not saved</source>
        <translation>Quitar lo escrito y no guardado</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
</context>
<context>
    <name>LeadInspector</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>Guardar y nuevo</translation>
    </message>
    <message>
        <source>Make work order</source>
        <translation>Crear orden</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Nuevo lead</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>No se ha guardado: {trouble} Lo escrito sigue aquí.</translation>
    </message>
</context>
<context>
    <name>LeadsScreen</name>
    <message>
        <source>New lead</source>
        <translation>Nuevo lead</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>How to look at them</source>
        <translation>Cómo verlas</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation>Este lead ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>Number of leads</source>
        <translation>Número de leads</translation>
    </message>
    <message>
        <source>Search and filters look at what is on this device.</source>
        <translation>La búsqueda y los filtros miran lo que hay en este dispositivo.</translation>
    </message>
    <message>
        <source>No lead like that</source>
        <translation>Ningún lead así</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Enter one here, or bring a list in from a file. It works without a connection.</source>
        <translation>Introduzca uno aquí o traiga una lista de un archivo. Funciona sin conexión.</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>Aún no hay leads</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Save what you typed first.</source>
        <translation>Guarde antes lo escrito.</translation>
    </message>
    <message>
        <source>Merged – saved on this device</source>
        <translation>Combinados – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Work order made – saved on this device</source>
        <translation>Orden creada – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>No lead is open</source>
        <translation>Ningún lead abierto</translation>
    </message>
    <message>
        <source>Choose one from the list, or enter a new one.</source>
        <translation>Elija uno de la lista o introduzca uno nuevo.</translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>Not everything is sent yet</source>
        <translation>Aún no está todo enviado</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Seguir con la sesión</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Sign out and keep them here</source>
        <translation>Cerrar sesión y dejarlo aquí</translation>
    </message>
    <message>
        <source>Sign out and keep it here</source>
        <translation>Cerrar sesión y dejarlo aquí</translation>
    </message>
    <message>
        <source>Save a copy of unsent data</source>
        <translation>Guardar una copia de lo no enviado</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>What this was typed for is not on this device any more. It is kept until you throw it away.</source>
        <translation>El registro correspondiente ya no está en este dispositivo. El texto se conserva hasta que lo descarte.</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>No se puede leer la lista</translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>{name}, enter your PIN. Your work is as you left it, and the clock keeps running.</source>
        <translation>{name}, escriba su PIN. Su trabajo está como lo dejó y el reloj sigue en marcha.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Forgot the PIN?</source>
        <translation>¿Olvidó el PIN?</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Otra persona…</translation>
    </message>
    <message>
        <source>Sign in with the password of {email}. The PIN is removed, and you can choose another one.</source>
        <translation>Inicie sesión con la contraseña de {email}. El PIN se quita y puede elegir otro.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation>Volver al PIN</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Merge two leads</source>
        <translation>Combinar dos leads</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Not merged: {trouble} Both leads are as they were.</source>
        <translation>No se combinaron: {trouble} Ambos leads están como estaban.</translation>
    </message>
    <message>
        <source>The other lead leaves the list. Its notes and photos are shown with this one.</source>
        <translation>El otro lead sale de la lista. Sus notas y fotos se ven con este.</translation>
    </message>
    <message>
        <source>The lead that stays</source>
        <translation>El lead que se queda</translation>
    </message>
</context>
<context>
    <name>MergedCard</name>
    <message>
        <source>Merged into this lead</source>
        <translation>Combinado con este lead</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Deshacer la combinación</translation>
    </message>
    <message>
        <source>Undo the merge of {name}</source>
        <translation>Deshacer la combinación de {name}</translation>
    </message>
</context>
<context>
    <name>MissedTime</name>
    <message>
        <source>Add missed time</source>
        <translation>Añadir tiempo olvidado</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>It stays beside the entry.</source>
        <translation>Queda junto a la entrada.</translation>
    </message>
    <message>
        <source>Add time</source>
        <translation>Añadir tiempo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>Diga por qué.</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Sin orden</translation>
    </message>
    <message>
        <source>For time that you worked and did not clock. It is marked as entered by hand.</source>
        <translation>Para tiempo trabajado y no fichado. Se marca como introducido a mano.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Orden</translation>
    </message>
</context>
<context>
    <name>MissingBin</name>
    <message>
        <source>The server was restored from a backup that lacks these, and no device has sent them again. Enter them again as they were, or let them go.</source>
        <translation>El servidor se restauró de una copia a la que le faltan, y ningún dispositivo los ha vuelto a enviar. Introdúzcalos de nuevo como estaban o déjelos ir.</translation>
    </message>
    <message>
        <source>Nothing is set aside</source>
        <translation>Nada apartado</translation>
    </message>
    <message>
        <source>The server has all that this device has.</source>
        <translation>El servidor tiene todo lo que tiene este dispositivo.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Qué se puede hacer</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Let go…</source>
        <translation>Dejar ir…</translation>
    </message>
    <message>
        <source>can be entered again</source>
        <translation>se puede introducir de nuevo</translation>
    </message>
    <message>
        <source>your administrator enters it again</source>
        <translation>lo introduce de nuevo su administrador</translation>
    </message>
    <message>
        <source>Entered again – saved on this device.</source>
        <translation>Introducido de nuevo – se ha guardado en este dispositivo.</translation>
    </message>
    <message>
        <source>Let go. It stays only in the server&apos;s own backups.</source>
        <translation>Descartado. Queda solo en las copias del servidor.</translation>
    </message>
    <message>
        <source>Let it go? It is removed from this device and can&apos;t be brought back here.</source>
        <translation>¿Dejarlo ir? Se quita de este dispositivo y aquí no se puede recuperar.</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Dejar ir</translation>
    </message>
</context>
<context>
    <name>NewWorkOrderPage</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Not saved: {trouble} What you typed is still here.</source>
        <translation>No se ha guardado: {trouble} Lo escrito sigue aquí.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Nueva orden</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>This lead was merged into {name}.</source>
        <translation>Este lead se combinó con {name}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation>Este lead ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>This lead is not on this device any more. What you typed is still here.</source>
        <translation>Este lead ya no está en este dispositivo. Lo escrito sigue aquí.</translation>
    </message>
    <message>
        <source>Keep as a new lead</source>
        <translation>Conservar como lead nuevo</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Marcar todo como leído</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nada nuevo</translation>
    </message>
    <message>
        <source>You are told here when somebody gives you work, plans it anew or corrects your time.</source>
        <translation>Aquí se le avisa cuando alguien le da trabajo, lo replanifica o corrige su tiempo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{what} is no longer on this device. It may be somebody else&apos;s now.</source>
        <translation>{what} ya no está en este dispositivo. Quizá ahora es de otra persona.</translation>
    </message>
    <message>
        <source>This record</source>
        <translation>Este registro</translation>
    </message>
</context>
<context>
    <name>NewsRow</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation>Abrir: {what}</translation>
    </message>
    <message>
        <source>Delete: {what}</source>
        <translation>Eliminar: {what}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Escribir una nota…</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nueva nota</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>{trouble} What you wrote is still here.</source>
        <translation>{trouble} Lo escrito sigue aquí.</translation>
    </message>
</context>
<context>
    <name>OrderCards</name>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
</context>
<context>
    <name>OrderFields</name>
    <message>
        <source>Choose a customer from the list, or leave this empty.</source>
        <translation>Elija un cliente de la lista o déjelo vacío.</translation>
    </message>
    <message>
        <source>Hours are a number, such as 2 or 1.5.</source>
        <translation>Las horas son un número, como 2 o 1,5.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>I do it myself</source>
        <translation>Lo hago yo</translation>
    </message>
    <message>
        <source>No crew</source>
        <translation>Ningún equipo</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Qué hay que hacer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Type a few letters of a customer on this device</source>
        <translation>Unas letras de un cliente de este dispositivo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>como {day}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>such as 9:30</source>
        <translation>como 9:30</translation>
    </message>
    <message>
        <source>Planned hours</source>
        <translation>Horas previstas</translation>
    </message>
    <message>
        <source>such as 1.5</source>
        <translation>como 1,5</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Quién la hace</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>PartForm</name>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>such as 2 or 1.5</source>
        <translation>como 2 o 1,5</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>such as m or kg; empty for pieces</source>
        <translation>como m o kg; vacío si son piezas</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Precio unitario</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>puede quedar vacío</translation>
    </message>
    <message>
        <source>Save part</source>
        <translation>Guardar pieza</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>Parts and materials</source>
        <translation>Piezas y material</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>Aún no se ha introducido nada.</translation>
    </message>
    <message>
        <source>Add part</source>
        <translation>Añadir pieza</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Cambiar {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>{price} each, {total} in all</source>
        <translation>{price} cada una, {total} en total</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Remove {name}? It goes for everybody.</source>
        <translation>¿Quitar {name}? Desaparece para todos.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>PIN for this device</source>
        <translation>PIN de este dispositivo</translation>
    </message>
    <message>
        <source>New PIN, 4 to 12 digits</source>
        <translation>Nuevo PIN, de 4 a 12 cifras</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>For a device that several people use: after a pause the window is locked until you enter your PIN. The clock keeps running, nothing that you typed is lost, and your password always gets you in.</source>
        <translation>Para un dispositivo que usan varias personas: tras una pausa la ventana se bloquea hasta que escriba su PIN. El reloj sigue, nada de lo escrito se pierde y su contraseña siempre le deja entrar.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Quitar el PIN</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>after {minutes} min</source>
        <translation>tras {minutes} min</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Fijado por su organización.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>The PIN is set. It is asked for when this window was locked.</source>
        <translation>El PIN está puesto. Se pide después de bloquearse esta ventana.</translation>
    </message>
    <message>
        <source>A PIN is set.</source>
        <translation>Hay un PIN puesto.</translation>
    </message>
    <message>
        <source>No PIN is set: the window never locks.</source>
        <translation>Sin PIN: la ventana nunca se bloquea.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Poner el PIN</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Change the work order</source>
        <translation>Cambiar la orden</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Guardar los cambios</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>PlanNotice</name>
    <message>
        <source>It was planned for: {before}.</source>
        <translation>Estaba previsto para: {before}.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>It was assigned to: {name}.</source>
        <translation>Estaba asignada a: {name}.</translation>
    </message>
    <message>
        <source>The plan has changed since you last looked.</source>
        <translation>El plan ha cambiado desde que lo miró.</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Saved on this device</source>
        <translation>Guardado en este dispositivo</translation>
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
        <translation>Abriendo su trabajo…</translation>
    </message>
    <message>
        <source>Your work could not be opened</source>
        <translation>No se pudo abrir su trabajo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Hola de nuevo</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de acceso</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>For {email}. What you saved here stays and is sent afterwards.</source>
        <translation>Para {email}. Lo guardado aquí se queda y se envía después.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>PunchPlaces</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Show on a map where it was at {time}</source>
        <translation>Mostrar en un mapa dónde fue a las {time}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Take back where it was at {time}</source>
        <translation>Retirar el lugar de las {time}</translation>
    </message>
    <message>
        <source>Location at {time}: {latitude}, {longitude}, within {metres} m</source>
        <translation>Ubicación a las {time}: {latitude}, {longitude}, con un margen de {metres} m</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
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
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>QuickLead</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>{name} – saved on this device</source>
        <translation>{name} – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Checked on this device only.</source>
        <translation>Comprobado solo en este dispositivo.</translation>
    </message>
    <message>
        <source>Name and phone are enough; the rest can follow.</source>
        <translation>Nombre y teléfono bastan; lo demás puede venir luego.</translation>
    </message>
</context>
<context>
    <name>ReachButtons</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your work could not be opened</source>
        <translation>No se pudo abrir su trabajo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What was made after this file and not sent yet is lost with the newer one.</source>
        <translation>Lo hecho después de este archivo y aún sin enviar se pierde con el más nuevo.</translation>
    </message>
    <message>
        <source>Go on with the older file</source>
        <translation>Seguir con el archivo antiguo</translation>
    </message>
    <message>
        <source>The file is set aside, not deleted, and everything that the server has is fetched. What was not sent yet stays in the old file.</source>
        <translation>El archivo se aparta, no se elimina, y se descarga todo lo del servidor. Lo no enviado queda en el archivo antiguo.</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de cero</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Save the job report</source>
        <translation>Guardar el parte de trabajo</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Job report saved as {name}.</source>
        <translation>Parte guardado como {name}.</translation>
    </message>
    <message>
        <source>Job report attached. It is saved on this device.</source>
        <translation>Parte adjuntado. Está guardado en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>RescueCard</name>
    <message>
        <source>Unsent work on another device</source>
        <translation>Lo no enviado en otro dispositivo</translation>
    </message>
    <message>
        <source>If this device is to be repaired or replaced: save what is not sent as an encrypted file, and take it over on another device where you have signed in. It is sent once, wherever it goes out first.</source>
        <translation>Si este dispositivo se va a reparar o sustituir: guarde lo no enviado en un archivo cifrado y recójalo en otro donde haya iniciado sesión. Se envía una vez, salga de donde salga primero.</translation>
    </message>
    <message>
        <source>Passphrase of the file, 8 characters or more</source>
        <translation>Frase del archivo, 8 caracteres o más</translation>
    </message>
    <message>
        <source>Save encrypted…</source>
        <translation>Guardar cifrado…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Recoger…</translation>
    </message>
    <message>
        <source>Saved in {name}, encrypted; changes: {count}. They are still here, too.</source>
        <translation>Guardado en {name}, cifrado; cambios: {count}. También siguen aquí.</translation>
    </message>
    <message>
        <source>Taken over from {name}; changes: {count}. They are sent from here now.</source>
        <translation>Recogido de {name}; cambios: {count}. Ahora se envían desde aquí.</translation>
    </message>
    <message>
        <source>Save unsent work</source>
        <translation>Guardar lo no enviado</translation>
    </message>
    <message>
        <source>Take over unsent work</source>
        <translation>Recoger lo no enviado</translation>
    </message>
    <message>
        <source>Unsent work (*.rescue)</source>
        <translation>Lo no enviado (*.rescue)</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>What only one of you changed is merged. What both changed needs your eye.</source>
        <translation>Lo que cambió solo una parte ya está unido. Lo que cambiaron ambas hay que mirarlo.</translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation>Guardar mi elección</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Abrir el registro</translation>
    </message>
    <message>
        <source>Two people changed {subject}</source>
        <translation>Dos personas cambiaron {subject}</translation>
    </message>
    <message>
        <source>Your choice is saved on this device, and goes to the server.</source>
        <translation>Su elección está guardada en este dispositivo y va al servidor.</translation>
    </message>
    <message>
        <source>{trouble} Nothing was lost.</source>
        <translation>{trouble} No se ha perdido nada.</translation>
    </message>
    <message>
        <source>Until you decide, what is in place stays; the other value is kept too.</source>
        <translation>Hasta que decida, queda lo que está; el otro valor también se conserva.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Lo otro</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>in place, changed since</source>
        <translation>vigente, cambiado desde entonces</translation>
    </message>
    <message>
        <source>in place · {by}, {when}</source>
        <translation>vigente · {by}, {when}</translation>
    </message>
</context>
<context>
    <name>RunningClock</name>
    <message>
        <source>Running clock</source>
        <translation>Reloj en marcha</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Fichar salida</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En pausa</translation>
    </message>
</context>
<context>
    <name>SavedFilterButton</name>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Search or filter first, then keep it here</source>
        <translation>Primero busque o filtre; luego guárdelo aquí</translation>
    </message>
    <message>
        <source>Keep this filter: {filter}</source>
        <translation>Conservar este filtro: {filter}</translation>
    </message>
    <message>
        <source>Forget this filter</source>
        <translation>Olvidar este filtro</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search or command…</source>
        <translation>Buscar o comando…</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>This computer has no service that says where it is: no place is recorded.</source>
        <translation>Este equipo no tiene ningún servicio que diga dónde está: no se registra ningún lugar.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Como este equipo</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>As this computer writes them</source>
        <translation>Como las escribe este equipo</translation>
    </message>
    <message>
        <source>24 hours, 16:30</source>
        <translation>24 horas, 16:30</translation>
    </message>
    <message>
        <source>12 hours, 4:30 PM</source>
        <translation>12 horas, 4:30 PM</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Fechas y horas</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>As your organisation&apos;s</source>
        <translation>Como en su organización</translation>
    </message>
    <message>
        <source>Planned weeks begin on</source>
        <translation>Las semanas planificadas empiezan el</translation>
    </message>
    <message>
        <source>Weeks of the timesheet begin on {day}; days and overtime are counted in {zone}. Your organisation sets both.</source>
        <translation>Las semanas de la hoja de horas empiezan el {day}; los días y las horas extra se cuentan según la hora de {zone}. Ambas cosas las fija su organización.</translation>
    </message>
    <message>
        <source>after {pause}</source>
        <translation>tras {pause}</translation>
    </message>
    <message>
        <source>When the computer was asleep</source>
        <translation>Cuando el equipo estuvo suspendido</translation>
    </message>
    <message>
        <source>If it was asleep for long while you were on the clock, Today asks whether you were at work. Nothing changes until you answer.</source>
        <translation>Si estuvo suspendido mucho tiempo con su reloj en marcha, «Hoy» pregunta si estaba trabajando. Nada cambia hasta que responda.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Small, quickest to send</source>
        <translation>Pequeñas, más rápidas</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medianas</translation>
    </message>
    <message>
        <source>As taken</source>
        <translation>Tal como se tomaron</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Se quita</translation>
    </message>
    <message>
        <source>Kept in the photo</source>
        <translation>Se guarda en la foto</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Enseguida</translation>
    </message>
    <message>
        <source>Unless the line costs extra</source>
        <translation>Salvo con coste extra</translation>
    </message>
    <message>
        <source>Only what I fetch; the rest waits</source>
        <translation>Solo lo que descargo</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Fotos y archivos</translation>
    </message>
    <message>
        <source>Size of photos</source>
        <translation>Tamaño de las fotos</translation>
    </message>
    <message>
        <source>Where a photo was taken</source>
        <translation>Lugar de las fotos</translation>
    </message>
    <message>
        <source>Send and fetch</source>
        <translation>Enviar y descargar</translation>
    </message>
    <message>
        <source>Records are always sent. Photos and files can wait while this computer says that the line costs extra, or until you say so yourself.</source>
        <translation>Los registros se envían siempre. Las fotos y los archivos pueden esperar mientras este equipo diga que la línea cuesta más, o hasta que usted lo diga.</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>Fijado por su organización.</translation>
    </message>
    <message>
        <source>Location on punches</source>
        <translation>Ubicación al fichar</translation>
    </message>
    <message>
        <source>Off unless you switch it on. It says where you are at the moment of a punch, never between. Only you decide. You see it beside your entries and can take it back; your crew lead and the office see it too.</source>
        <translation>Desactivada mientras no la active. Dice dónde está en el momento de fichar, nunca entre fichajes. Solo usted lo decide. La ve junto a sus registros y puede retirarla; también la ven su responsable y la oficina.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>se desconoce</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión de</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Guardado en</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Cerrar sesión…</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>On, at punches only</source>
        <translation>Activada, solo al fichar</translation>
    </message>
    <message>
        <source>You switched it on {when}.</source>
        <translation>La activó el {when}.</translation>
    </message>
    <message>
        <source>You switched it off {when}.</source>
        <translation>La desactivó el {when}.</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Time is still running. What is clocked after handing in counts as well: the week then says that it has changed, and can be handed in again.</source>
        <translation>El tiempo sigue corriendo. Lo que se fiche después de entregar también cuenta: la semana indica entonces que ha cambiado y se puede entregar de nuevo.</translation>
    </message>
    <message>
        <source>Hand in this week</source>
        <translation>Entregar esta semana</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Devolver…</translation>
    </message>
    <message>
        <source>Handed in – saved on this device</source>
        <translation>Entregada – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Approved – saved on this device</source>
        <translation>Aprobada – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>What is {name} to change? They read this beside the week.</source>
        <translation>¿Qué debe cambiar {name}? Lo leerá junto a la semana.</translation>
    </message>
    <message>
        <source>Return the week</source>
        <translation>Devolver la semana</translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation>Diga qué hay que cambiar.</translation>
    </message>
    <message>
        <source>Returned – saved on this device</source>
        <translation>Devuelta – se ha guardado en este dispositivo</translation>
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
        <translation>Pantallas</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Your office knows it.</source>
        <translation>Su oficina la conoce.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation>Frase de acceso para este equipo</translation>
    </message>
    <message>
        <source>It protects your sign-in here and is asked for at each start. Keep it in mind.</source>
        <translation>Protege su sesión aquí y se pide cada vez que se abre. Recuérdela.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Sign in to StreamFlow Field</source>
        <translation>Iniciar sesión en StreamFlow Field</translation>
    </message>
    <message>
        <source>After this you can work without a network.</source>
        <translation>Después puede trabajar sin red.</translation>
    </message>
    <message>
        <source>Go on as</source>
        <translation>Seguir como</translation>
    </message>
    <message>
        <source>Or sign in</source>
        <translation>O iniciar sesión</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Rellene este campo.</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Sign here with mouse, finger or pen, or use the typed name.</source>
        <translation>Firme aquí con ratón, dedo o lápiz, o use el nombre escrito.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Who signs?</source>
        <translation>¿Quién firma?</translation>
    </message>
    <message>
        <source>Save signature</source>
        <translation>Guardar firma</translation>
    </message>
    <message>
        <source>Use the typed name</source>
        <translation>Usar el nombre escrito</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{trouble} What was drawn is still here.</source>
        <translation>{trouble} Lo dibujado sigue aquí.</translation>
    </message>
</context>
<context>
    <name>StageBoard</name>
    <message>
        <source>Leads by stage</source>
        <translation>Leads por etapa</translation>
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
        <translation>Progreso</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>Step {position} of {count}: {name}</source>
        <translation>Paso {position} de {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Were you at work?</source>
        <translation>¿Estaba trabajando?</translation>
    </message>
    <message>
        <source>It is kept as it is until you say so.</source>
        <translation>Se queda como está hasta que usted lo diga.</translation>
    </message>
    <message>
        <source>Work ended at</source>
        <translation>El trabajo terminó a las</translation>
    </message>
    <message>
        <source>I was working</source>
        <translation>Estaba trabajando</translation>
    </message>
    <message>
        <source>It ended then</source>
        <translation>Terminó entonces</translation>
    </message>
    <message>
        <source>Leave this time out</source>
        <translation>Descontar este tiempo</translation>
    </message>
    <message>
        <source>It was a break</source>
        <translation>Fue una pausa</translation>
    </message>
    <message>
        <source>Are you still at work?</source>
        <translation>¿Sigue trabajando?</translation>
    </message>
    <message>
        <source>Yes, still working</source>
        <translation>Sí, sigo trabajando</translation>
    </message>
    <message>
        <source>You mostly stop about {time}, and the clock still runs.</source>
        <translation>Suele parar hacia las {time} y el reloj sigue en marcha.</translation>
    </message>
    <message>
        <source>This computer slept from {since} to {until} while you were on the clock for {job}.</source>
        <translation>Este equipo estuvo suspendido de {since} a {until} mientras fichaba en {job}.</translation>
    </message>
    <message>
        <source>This computer slept from {since} to {until} while you were on the clock.</source>
        <translation>Este equipo estuvo suspendido de {since} a {until} mientras estaba fichado.</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Save a copy of unsent data…</source>
        <translation>Guardar una copia de lo no enviado…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Comprobar la conexión</translation>
    </message>
    <message>
        <source>Compare with the server</source>
        <translation>Comparar con el servidor</translation>
    </message>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>nothing else is held up</source>
        <translation>nada más se detiene</translation>
    </message>
    <message>
        <source>nothing needs you</source>
        <translation>nada por revisar</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>nothing on the way</source>
        <translation>nada en camino</translation>
    </message>
    <message>
        <source>kept here, sent in order</source>
        <translation>guardados aquí, se envían en orden</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nada espera</translation>
    </message>
    <message>
        <source>today, confirmed by the server</source>
        <translation>hoy, confirmados por el servidor</translation>
    </message>
    <message>
        <source>You are online.</source>
        <translation>Hay conexión.</translation>
    </message>
    <message>
        <source>1 record needs you; it is kept on this device.</source>
        <translation>1 registro por revisar; se conserva en este dispositivo.</translation>
    </message>
    <message>
        <source>{count} records need you; they are kept on this device.</source>
        <translation>{count} registros por revisar; se conservan en este dispositivo.</translation>
    </message>
    <message>
        <source>last contact {time}</source>
        <translation>último contacto {time}</translation>
    </message>
    <message>
        <source>no contact with the server yet</source>
        <translation>aún sin contacto con el servidor</translation>
    </message>
    <message>
        <source>server clock {seconds} s</source>
        <translation>reloj del servidor {seconds} s</translation>
    </message>
    <message>
        <source>next try {time}</source>
        <translation>próximo intento {time}</translation>
    </message>
    <message>
        <source>device {name}</source>
        <translation>dispositivo {name}</translation>
    </message>
    <message>
        <source>Save a copy of unsent data</source>
        <translation>Guardar una copia de lo no enviado</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>Last 12 hours</source>
        <translation>Últimas 12 horas</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Time used</source>
        <translation>Tiempo usado</translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Time on this job</source>
        <translation>Tiempo en esta orden</translation>
    </message>
    <message>
        <source>you {time}</source>
        <translation>usted {time}</translation>
    </message>
    <message>
        <source>others {time}</source>
        <translation>otros {time}</translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation>previsto {time}</translation>
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
        <translation>Una hora, como {example}.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Today&apos;s timeline</source>
        <translation>Línea de tiempo de hoy</translation>
    </message>
</context>
<context>
    <name>TimesheetScreen</name>
    <message>
        <source>Whose time</source>
        <translation>Tiempo de quién</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Hoja de horas</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semana siguiente</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>How the week is shown</source>
        <translation>Cómo se muestra la semana</translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation>Añadir tiempo olvidado…</translation>
    </message>
    <message>
        <source>Time entries of the week; Enter corrects one</source>
        <translation>Entradas de la semana; Intro corrige una</translation>
    </message>
    <message>
        <source>Hours of the week by job and day</source>
        <translation>Horas de la semana por orden y día</translation>
    </message>
    <message>
        <source>No time in this week</source>
        <translation>No hay tiempo en esta semana</translation>
    </message>
    <message>
        <source>What you clock shows here, day by day.</source>
        <translation>Lo que ficha aparece aquí, día a día.</translation>
    </message>
    <message>
        <source>Removed – saved on this device</source>
        <translation>Quitado – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>{paid} of {limit}</source>
        <translation>{paid} de {limit}</translation>
    </message>
    <message>
        <source>Overtime {time}</source>
        <translation>Horas extra {time}</translation>
    </message>
    <message>
        <source>Corrected – saved on this device</source>
        <translation>Corregido – se ha guardado en este dispositivo</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Show details</source>
        <translation>Ver detalles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TodayOrders</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Orden de trabajo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No work orders today</source>
        <translation>Hoy no hay órdenes</translation>
    </message>
    <message>
        <source>What the office plans for you shows here by itself.</source>
        <translation>Lo que la oficina le planifica aparece aquí solo.</translation>
    </message>
    <message>
        <source>Show more ({left})</source>
        <translation>Mostrar más ({left})</translation>
    </message>
    <message>
        <source>Today&apos;s work orders</source>
        <translation>Órdenes de hoy</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>{trouble} Nothing was changed.</source>
        <translation>{trouble} No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>your organisation&apos;s day, which ends at {time} here</source>
        <translation>el día de su organización, que aquí termina a las {time}</translation>
    </message>
    <message>
        <source>1 work order today</source>
        <translation>1 orden hoy</translation>
    </message>
    <message>
        <source>{count} work orders today</source>
        <translation>{count} órdenes hoy</translation>
    </message>
    <message>
        <source>You are still on the clock since {day}, {time}.</source>
        <translation>Sigue fichado desde {day}, {time}.</translation>
    </message>
    <message>
        <source>Go on if you are at work, or say when it ended.</source>
        <translation>Siga si está trabajando o diga cuándo terminó.</translation>
    </message>
    <message>
        <source>Your shift of {day} was never clocked out.</source>
        <translation>Falta la salida del turno de {day}.</translation>
    </message>
    <message>
        <source>Say when it ended.</source>
        <translation>Diga cuándo terminó.</translation>
    </message>
    <message>
        <source>It is kept.</source>
        <translation>Se conserva.</translation>
    </message>
    <message>
        <source>Say when</source>
        <translation>Decir cuándo</translation>
    </message>
</context>
<context>
    <name>TrashBin</name>
    <message>
        <source>What you discard or undo stays here for 30 days and can be brought back.</source>
        <translation>Lo que descarta o deshace queda aquí 30 días y se puede recuperar.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La papelera está vacía</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Brought back, saved on this device and sent again.</source>
        <translation>Recuperado, guardado en este dispositivo y enviado de nuevo.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Fichar salida</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Fichar entrada</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Volver al trabajo</translation>
    </message>
    <message>
        <source>Take an unpaid meal break</source>
        <translation>Empezar comida no pagada</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Something is not finished</source>
        <translation>Hay algo sin terminar</translation>
    </message>
    <message>
        <source>An import, a merge or a new PIN was begun, and can&apos;t be kept. All that you typed elsewhere is.</source>
        <translation>Hay una importación, una combinación o un PIN nuevo sin terminar que no se puede conservar. Todo lo demás que ha escrito se conserva.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Salir de todos modos</translation>
    </message>
</context>
<context>
    <name>UnsavedNote</name>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Typed and not saved yet:</source>
        <translation>Escrito y aún sin guardar:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>There is a question about your time. Nothing changes until you answer it.</source>
        <translation>Hay una pregunta sobre su tiempo. Nada cambia hasta que responda.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Hours of the week</source>
        <translation>Horas de la semana</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>{paid} of {limit}</source>
        <translation>{paid} de {limit}</translation>
    </message>
    <message>
        <source>{paid} · line: {limit} a day</source>
        <translation>{paid} · línea: {limit} al día</translation>
    </message>
</context>
<context>
    <name>WeekFiles</name>
    <message>
        <source>Save or print…</source>
        <translation>Guardar o imprimir…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print… ({key})</source>
        <translation>Imprimir… ({key})</translation>
    </message>
    <message>
        <source>The week is in {file}</source>
        <translation>La semana está en {file}</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>{count} entries are in {file}</source>
        <translation>{count} entradas están en {file}</translation>
    </message>
    <message>
        <source>1 entry is in {file}</source>
        <translation>1 entrada está en {file}</translation>
    </message>
</context>
<context>
    <name>WorkOrderPage</name>
    <message>
        <source>Why does it have to wait?</source>
        <translation>¿Por qué tiene que esperar?</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Poner en espera</translation>
    </message>
    <message>
        <source>Say in a word or two why, so that the office knows.</source>
        <translation>Diga en una o dos palabras por qué, para que la oficina lo sepa.</translation>
    </message>
    <message>
        <source>Cancel this work order? It stays in the list and can be taken up again.</source>
        <translation>¿Cancelar esta orden? Se queda en la lista y se puede retomar.</translation>
    </message>
    <message>
        <source>Cancel the work order</source>
        <translation>Cancelar la orden</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>On hold:</source>
        <translation>En espera:</translation>
    </message>
    <message>
        <source>This work order is cancelled.</source>
        <translation>Esta orden está cancelada.</translation>
    </message>
    <message>
        <source>This work order is not on this device any more. What you sent is with the office.</source>
        <translation>Esta orden ya no está en este dispositivo. Lo que envió está en la oficina.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Complete all the same</source>
        <translation>Completar de todos modos</translation>
    </message>
    <message>
        <source>Photos ({endings})</source>
        <translation>Fotos ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Añadir una foto</translation>
    </message>
</context>
<context>
    <name>WorkOrdersScreen</name>
    <message>
        <source>All on this device</source>
        <translation>Todas las de este dispositivo</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>My crew&apos;s</source>
        <translation>De mi equipo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Atrasadas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Nueva orden</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>How to look at them</source>
        <translation>Cómo verlas</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Órdenes de trabajo</translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation>Esta orden ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>Handed to you: {count}</source>
        <translation>Asignadas a usted: {count}</translation>
    </message>
    <message>
        <source>Work order saved on this device</source>
        <translation>Orden guardada en este dispositivo</translation>
    </message>
    <message>
        <source>Search and filters look at what is on this device.</source>
        <translation>La búsqueda y los filtros miran lo que hay en este dispositivo.</translation>
    </message>
    <message>
        <source>No work order like that</source>
        <translation>Ninguna orden así</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>What the office plans for you shows here by itself.</source>
        <translation>Lo que la oficina le planifica aparece aquí solo.</translation>
    </message>
    <message>
        <source>No open work orders</source>
        <translation>No hay órdenes abiertas</translation>
    </message>
    <message>
        <source>Number of work orders</source>
        <translation>Número de órdenes</translation>
    </message>
    <message>
        <source>Number, title, address…</source>
        <translation>Número, título, dirección…</translation>
    </message>
    <message>
        <source>Search work orders</source>
        <translation>Buscar órdenes</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>_Search</name>
    <message>
        <source>Search or command…</source>
        <translation>Buscar o comando…</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Buscar o comando</translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>{who} (its file can&apos;t be read)</source>
        <translation>{who} (no se puede leer su archivo)</translation>
    </message>
    <message>
        <source>{who} ({count} not sent)</source>
        <translation>{who} ({count} sin enviar)</translation>
    </message>
    <message>
        <source>1 record is only on this device and not sent yet. Send it first, save a copy of it, or sign out and keep it here: it goes out when you sign in again.</source>
        <translation>1 registro está solo en este dispositivo y aún no se ha enviado. Envíelo antes, guarde una copia o cierre sesión y déjelo aquí: saldrá cuando vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>{count} records are only on this device and not sent yet. Send them first, save a copy of them, or sign out and keep them here: they go out when you sign in again.</source>
        <translation>{count} registros están solo en este dispositivo y aún no se han enviado. Envíelos antes, guarde una copia o cierre sesión y déjelos aquí: saldrán cuando vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Your organisation has set the server to {url}.</source>
        <translation>Su organización ha fijado el servidor: {url}.</translation>
    </message>
    <message>
        <source>The server knows somebody else by this e-mail address now. Nothing was changed.</source>
        <translation>El servidor conoce ahora a otra persona con este correo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The organisation, the e-mail address or the password is not right.</source>
        <translation>La organización, el correo o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>The server needs a newer version of this program. Please update it.</source>
        <translation>El servidor necesita una versión más nueva de este programa. Actualícelo.</translation>
    </message>
    <message>
        <source>The server could not sign you in: {trouble} Please try again.</source>
        <translation>No se pudo iniciar sesión en el servidor: {trouble} Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Please enter the address of your organisation&apos;s server.</source>
        <translation>Escriba la dirección del servidor de su organización.</translation>
    </message>
    <message>
        <source>Check the address, and whether this computer is online.</source>
        <translation>Compruebe la dirección y si este equipo tiene conexión.</translation>
    </message>
    <message>
        <source>{url} was not found. {advice}</source>
        <translation>No se encontró {url}. {advice}</translation>
    </message>
    <message>
        <source>{url} does not answer. {advice}</source>
        <translation>{url} no responde. {advice}</translation>
    </message>
    <message>
        <source>Something answers at {url}, but it is not a StreamFlow server. Check the address, or sign in to the network first if it has a login page.</source>
        <translation>Algo responde en {url}, pero no es un servidor de StreamFlow. Compruebe la dirección o acceda antes a la red si tiene página de inicio de sesión.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense to this program. Please update it.</source>
        <translation>Este programa no entiende la respuesta del servidor. Actualícelo.</translation>
    </message>
</context>
<context>
    <name>amounts</name>
    <message>
        <source>{text!r} is not an amount.</source>
        <translation>{text!r} no es un importe.</translation>
    </message>
    <message>
        <source>{text!r} is not a quantity, such as 2 or 1.5.</source>
        <translation>{text!r} no es una cantidad, como 2 o 1,5.</translation>
    </message>
    <message>
        <source>A quantity has at most three decimals.</source>
        <translation>Una cantidad tiene como máximo tres decimales.</translation>
    </message>
    <message>
        <source>A quantity is more than nothing.</source>
        <translation>Una cantidad es mayor que cero.</translation>
    </message>
    <message>
        <source>{text!r} is not a date.</source>
        <translation>{text!r} no es una fecha.</translation>
    </message>
    <message>
        <source>{text!r} has more decimals than its currency.</source>
        <translation>{text!r} tiene más decimales que su moneda.</translation>
    </message>
    <message>
        <source>{name!r} is not a month.</source>
        <translation>{name!r} no es un mes.</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
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
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Sending {share} %</source>
        <translation>Enviando {share} %</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>En este dispositivo</translation>
    </message>
    <message>
        <source>Fetching {share} %</source>
        <translation>Descargando {share} %</translation>
    </message>
    <message>
        <source>Not on this device</source>
        <translation>No está en este dispositivo</translation>
    </message>
    <message>
        <source>Not sent to us yet</source>
        <translation>Aún no se ha enviado</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>{name} is not a photo.</source>
        <translation>{name} no es una foto.</translation>
    </message>
    <message>
        <source>Whose signature is it? The name is needed.</source>
        <translation>¿De quién es la firma? Falta el nombre.</translation>
    </message>
    <message>
        <source>{name} is not opened from here. Save a copy first.</source>
        <translation>{name} no se abre desde aquí. Guarde antes una copia.</translation>
    </message>
    <message>
        <source>This attachment is not on this device any more.</source>
        <translation>Este adjunto ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>This file is not on this device. Fetch it first.</source>
        <translation>Este archivo no está en este dispositivo. Descárguelo antes.</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} no es un archivo.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; at most {most} MB can be attached.</source>
        <translation>{name} tiene {size} MB; se pueden adjuntar {most} MB como máximo.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} is being written just now; try again when that is done.</source>
        <translation>{name} se está escribiendo ahora mismo; inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} está vacío.</translation>
    </message>
    <message>
        <source>{what} Nothing was attached.</source>
        <translation>{what} No se ha adjuntado nada.</translation>
    </message>
</context>
<context>
    <name>badge</name>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Por revisar</translation>
    </message>
</context>
<context>
    <name>boards</name>
    <message>
        <source>Work orders by status</source>
        <translation>Órdenes por estado</translation>
    </message>
    <message>
        <source>Work orders of the week</source>
        <translation>Órdenes de la semana</translation>
    </message>
</context>
<context>
    <name>checklists</name>
    <message>
        <source>Two items of the checklist have the same id.</source>
        <translation>Dos puntos de la lista tienen el mismo identificador.</translation>
    </message>
    <message>
        <source>between {least} and {most}{unit}</source>
        <translation>entre {least} y {most}{unit}</translation>
    </message>
    <message>
        <source>at least {least}{unit}</source>
        <translation>al menos {least}{unit}</translation>
    </message>
    <message>
        <source>at most {most}{unit}</source>
        <translation>como máximo {most}{unit}</translation>
    </message>
    <message>
        <source>{text}: the lower bound is above the upper one.</source>
        <translation>{text}: el límite inferior supera al superior.</translation>
    </message>
    <message>
        <source>{text}: a choice needs two things to choose from.</source>
        <translation>{text}: una elección necesita dos opciones.</translation>
    </message>
    <message>
        <source>{text}: only a number has a unit and bounds.</source>
        <translation>{text}: solo un número tiene unidad y límites.</translation>
    </message>
    <message>
        <source>{text}: only a choice has something to choose from.</source>
        <translation>{text}: solo una elección tiene opciones.</translation>
    </message>
    <message>
        <source>{text} is done or not done.</source>
        <translation>{text}: hecho o no hecho.</translation>
    </message>
    <message>
        <source>{text} is answered in words.</source>
        <translation>{text}: se responde con palabras.</translation>
    </message>
    <message>
        <source>{text} is one of: {choices}.</source>
        <translation>{text}: una de estas opciones: {choices}.</translation>
    </message>
    <message>
        <source>{text} is answered with a photo.</source>
        <translation>{text}: se responde con una foto.</translation>
    </message>
    <message>
        <source>{text} is a number.</source>
        <translation>{text}: se responde con un número.</translation>
    </message>
    <message>
        <source>{text} has to be {bounds}.</source>
        <translation>{text}: tiene que ser {bounds}.</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>On a meal break since {time}</source>
        <translation>Comida desde las {time}</translation>
    </message>
    <message>
        <source>On a paid rest since {time}</source>
        <translation>Descanso pagado desde las {time}</translation>
    </message>
    <message>
        <source>On the clock since {time}</source>
        <translation>En jornada desde las {time}</translation>
    </message>
    <message>
        <source>Travelling since {time}</source>
        <translation>En camino desde las {time}</translation>
    </message>
    <message>
        <source>Off the clock</source>
        <translation>Fuera de jornada</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Orden de trabajo</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>{text!r} is not a stage.</source>
        <translation>{text!r} no es una etapa.</translation>
    </message>
</context>
<context>
    <name>completing</name>
    <message>
        <source>Still open on the checklist: {names}.</source>
        <translation>Pendiente en la lista: {names}.</translation>
    </message>
    <message>
        <source>Still open on the checklist: {names} and {count} more.</source>
        <translation>Pendiente en la lista: {names} y {count} más.</translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation>Nadie ha firmado.</translation>
    </message>
    <message>
        <source>Still on the clock for it: {names}.</source>
        <translation>Siguen fichando en ella: {names}.</translation>
    </message>
    <message>
        <source>Complete it all the same?</source>
        <translation>¿Completarla de todos modos?</translation>
    </message>
</context>
<context>
    <name>conflicts</name>
    <message>
        <source>This has been decided already, or is no longer yours to decide. Nothing was changed.</source>
        <translation>Esto ya se ha decidido o ya no le corresponde decidirlo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>A work order that is {now} can&apos;t become {wanted}. Nothing was changed.</source>
        <translation>Una orden no puede pasar de «{now}» a «{wanted}». No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Servidor ocupado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation>Inicie sesión para enviar</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Falta actualizar</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Sending {sending} of {waiting}</source>
        <translation>Enviando {sending} de {waiting}</translation>
    </message>
    <message>
        <source>{state} · {count} saved here</source>
        <translation>{state} · {count} guardados aquí</translation>
    </message>
    <message>
        <source>Online · all sent</source>
        <translation>En línea · todo enviado</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Sin conexión.</translation>
    </message>
    <message>
        <source>You are offline since {since:%H:%M}.</source>
        <translation>Sin conexión desde las {since:%H:%M}.</translation>
    </message>
    <message>
        <source>Looking for the server.</source>
        <translation>Buscando el servidor.</translation>
    </message>
    <message>
        <source>You are online and everything is sent.</source>
        <translation>Hay conexión y todo está enviado.</translation>
    </message>
    <message>
        <source>You are online.</source>
        <translation>Hay conexión.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>El servidor está ocupado.</translation>
    </message>
    <message>
        <source>Sending is paused. {kept}</source>
        <translation>El envío está en pausa. {kept}</translation>
    </message>
    <message>
        <source>Your sign-in has ended. {kept} Sign in again to send.</source>
        <translation>La sesión ha terminado. {kept} Inicie sesión de nuevo para enviar.</translation>
    </message>
    <message>
        <source>This program needs an update to receive. {goes_out} You can go on working.</source>
        <translation>Este programa necesita una actualización para recibir. {goes_out} Puede seguir trabajando.</translation>
    </message>
    <message>
        <source>This device was locked out by your organisation. {kept} What came from the server was removed.</source>
        <translation>Su organización ha bloqueado este dispositivo. {kept} Lo que vino del servidor se ha quitado.</translation>
    </message>
    <message>
        <source>Everything you saved is with the server.</source>
        <translation>Todo lo guardado está en el servidor.</translation>
    </message>
    <message>
        <source>1 record is saved on this device.</source>
        <translation>1 registro está guardado en este dispositivo.</translation>
    </message>
    <message>
        <source>{count} records are saved on this device.</source>
        <translation>{count} registros están guardados en este dispositivo.</translation>
    </message>
    <message>
        <source>1 record is saved on this device and will be sent by itself.</source>
        <translation>1 registro está guardado en este dispositivo y se enviará solo.</translation>
    </message>
    <message>
        <source>{count} records are saved on this device and will be sent by themselves.</source>
        <translation>{count} registros están guardados en este dispositivo y se enviarán solos.</translation>
    </message>
</context>
<context>
    <name>csv_import</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>No column looks like the lead&apos;s name. The file has these columns: {columns}.</source>
        <translation>Ninguna columna parece el nombre del lead. El archivo tiene estas columnas: {columns}.</translation>
    </message>
    <message>
        <source>Same phone as line {line}.</source>
        <translation>Mismo teléfono que la línea {line}.</translation>
    </message>
    <message>
        <source>Same e-mail as line {line}.</source>
        <translation>Mismo correo que la línea {line}.</translation>
    </message>
    <message>
        <source>The same as line {line}.</source>
        <translation>Lo mismo que la línea {line}.</translation>
    </message>
    <message>
        <source>{field} can&apos;t be read from there.</source>
        <translation>{field} no se puede leer de ahí.</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>This customer is not on this device any more.</source>
        <translation>Este cliente ya no está en este dispositivo.</translation>
    </message>
    <message>
        <source>Name is needed.</source>
        <translation>Falta el nombre.</translation>
    </message>
    <message>
        <source>This {kind} is not on this device any more.</source>
        <translation>Ya no está en este dispositivo: {kind}.</translation>
    </message>
</context>
<context>
    <name>deleted</name>
    <message>
        <source>This is not among what was deleted in the last 30 days.</source>
        <translation>Esto no está entre lo eliminado en los últimos 30 días.</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>You are not allowed to {what} a {kind}.</source>
        <translation>No tiene permiso para {what}: {kind}.</translation>
    </message>
</context>
<context>
    <name>diagnosis</name>
    <message>
        <source>Not compared with the server since the program was started.</source>
        <translation>Sin comparar con el servidor desde que se abrió el programa.</translation>
    </message>
    <message>
        <source>Only {megabytes} MB are free. Make some room, or new work can&apos;t be saved.</source>
        <translation>Solo quedan {megabytes} MB libres. Haga sitio o no se podrá guardar trabajo nuevo.</translation>
    </message>
    <message>
        <source>{megabytes:,} MB are free.</source>
        <translation>{megabytes:,} MB libres.</translation>
    </message>
    <message>
        <source>The server is in trouble: {trouble}</source>
        <translation>El servidor tiene problemas: {trouble}</translation>
    </message>
    <message>
        <source>Signed in as {name}, {organisation}.</source>
        <translation>Sesión de {name}, {organisation}.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is {offset:+.1f} s from this one.</source>
        <translation>El reloj del servidor difiere {offset:+.1f} s de este.</translation>
    </message>
    <message>
        <source>Everything that is kept here is as on the server.</source>
        <translation>Todo lo que hay aquí está como en el servidor.</translation>
    </message>
    <message>
        <source>Not as on the server: {kinds}. It is fetched again by itself; what you entered is kept.</source>
        <translation>Distinto del servidor: {kinds}. Se vuelve a descargar solo; lo introducido se conserva.</translation>
    </message>
    <message>
        <source>{attention} need you.</source>
        <translation>{attention} por revisar.</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Nada por revisar.</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>El servidor responde.</translation>
    </message>
    <message>
        <source>Can&apos;t be told without the server.</source>
        <translation>No se puede saber sin el servidor.</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>That time was changed meanwhile, or it did not run then. Nothing was changed.</source>
        <translation>Ese tiempo se cambió entretanto o no corría entonces. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The folder {folder} can&apos;t be made: {reason}.</source>
        <translation>No se puede crear la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The disk is full, so {name} was not saved. The old one is still there.</source>
        <translation>El disco está lleno y {name} no se guardó. El anterior sigue ahí.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}. Nothing was changed.</source>
        <translation>No se puede escribir {file}: {reason}. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>finder</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>{name} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer {name}: {reason}.</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>This has been dealt with already.</source>
        <translation>Esto ya está resuelto.</translation>
    </message>
    <message>
        <source>Waits for another change that needs you.</source>
        <translation>Espera a otro cambio por revisar.</translation>
    </message>
    <message>
        <source>{who} · week of {week.day} {week:%b %Y}</source>
        <translation>{who} · semana del {week:%d/%m/%Y}</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Search or command</source>
        <translation>Buscar o comando</translation>
    </message>
    <message>
        <source>Clock in or out</source>
        <translation>Fichar entrada o salida</translation>
    </message>
    <message>
        <source>Start or end a break</source>
        <translation>Empezar o terminar una pausa</translation>
    </message>
    <message>
        <source>Switch job</source>
        <translation>Cambiar de orden</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Undo what has not been sent</source>
        <translation>Deshacer lo que no se ha enviado</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Next item that needs attention</source>
        <translation>Siguiente elemento por revisar</translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation>Lead rápido</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Ayuda y teclas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>lead</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>What they need</source>
        <translation>Qué necesita</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Follow up on</source>
        <translation>Seguimiento el</translation>
    </message>
</context>
<context>
    <name>lead_merge</name>
    <message>
        <source>A lead can&apos;t be merged into itself.</source>
        <translation>Un lead no se puede combinar consigo mismo.</translation>
    </message>
    <message>
        <source>This lead stands by itself already.</source>
        <translation>Este lead ya está por separado.</translation>
    </message>
    <message>
        <source>This lead is not on this device any more, or was merged.</source>
        <translation>Este lead ya no está en este dispositivo o se combinó.</translation>
    </message>
</context>
<context>
    <name>lead_rows</name>
    <message>
        <source>This row has {cells} cells, more than the table has columns ({columns}).</source>
        <translation>Esta fila tiene {cells} celdas, más que columnas la tabla ({columns}).</translation>
    </message>
    <message>
        <source>A quotation mark opens in this row and is never closed.</source>
        <translation>En esta fila se abren comillas que nunca se cierran.</translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>To follow up</source>
        <translation>Por contactar</translation>
    </message>
    <message>
        <source>This lead is not on this device any more.</source>
        <translation>Este lead ya no está en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>lookalikes</name>
    <message>
        <source>Same phone as {name}.</source>
        <translation>Mismo teléfono que {name}.</translation>
    </message>
    <message>
        <source>Same e-mail as {name}.</source>
        <translation>Mismo correo que {name}.</translation>
    </message>
    <message>
        <source>Same phone as {name}, a customer&apos;s contact.</source>
        <translation>Mismo teléfono que {name}, contacto de un cliente.</translation>
    </message>
    <message>
        <source>Same e-mail as {name}, a customer&apos;s contact.</source>
        <translation>Mismo correo que {name}, contacto de un cliente.</translation>
    </message>
    <message>
        <source>Looks like {name}, {address}.</source>
        <translation>Se parece a {name}, {address}.</translation>
    </message>
</context>
<context>
    <name>meanwhile</name>
    <message>
        <source>Somebody else has changed {names} meanwhile. What you typed is still here.</source>
        <translation>Otra persona ha cambiado entretanto: {names}. Lo escrito sigue aquí.</translation>
    </message>
    <message>
        <source>Somebody else has emptied this meanwhile. Save again and yours stays.</source>
        <translation>Otra persona lo ha vaciado entretanto. Guarde otra vez y valdrá lo suyo.</translation>
    </message>
    <message>
        <source>Somebody else has made this “{text}” meanwhile. Save again and yours stays.</source>
        <translation>Otra persona ha escrito aquí «{text}» entretanto. Guarde otra vez y valdrá lo suyo.</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>organisation</source>
        <translation>organización</translation>
    </message>
    <message>
        <source>crew</source>
        <translation>equipo</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>cliente</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>work order</source>
        <translation>orden de trabajo</translation>
    </message>
    <message>
        <source>punch</source>
        <translation>fichaje</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflicto</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>adjunto</translation>
    </message>
    <message>
        <source>site</source>
        <translation>ubicación</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>part</source>
        <translation>pieza</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>notificación</translation>
    </message>
    <message>
        <source>timesheet</source>
        <translation>hoja de horas</translation>
    </message>
    <message>
        <source>location</source>
        <translation>ubicación</translation>
    </message>
    <message>
        <source>create</source>
        <translation>crear</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambiar</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>quitar</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>restaurar</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>asignada</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completada</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>facturada</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>contacted</source>
        <translation>contactado</translation>
    </message>
    <message>
        <source>quoted</source>
        <translation>presupuestado</translation>
    </message>
    <message>
        <source>won</source>
        <translation>ganado</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>entregada</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprobada</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>devuelta</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>amended at</source>
        <translation>hora corregida</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>responsable</translation>
    </message>
    <message>
        <source>at</source>
        <translation>momento</translation>
    </message>
    <message>
        <source>author</source>
        <translation>autor</translation>
    </message>
    <message>
        <source>break kind</source>
        <translation>tipo de pausa</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>lista de comprobación</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>comentario</translation>
    </message>
    <message>
        <source>description</source>
        <translation>descripción</translation>
    </message>
    <message>
        <source>email</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>follow up</source>
        <translation>seguimiento</translation>
    </message>
    <message>
        <source>follow up on</source>
        <translation>seguimiento el</translation>
    </message>
    <message>
        <source>hold reason</source>
        <translation>motivo de la espera</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>combinado con</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>need</source>
        <translation>necesidad</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>planned minutes</source>
        <translation>minutos previstos</translation>
    </message>
    <message>
        <source>price</source>
        <translation>precio</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>role</source>
        <translation>función</translation>
    </message>
    <message>
        <source>scheduled start</source>
        <translation>inicio previsto</translation>
    </message>
    <message>
        <source>size</source>
        <translation>tamaño</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>etapa</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>target</source>
        <translation>destino</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>used at</source>
        <translation>usado el</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semana</translation>
    </message>
    <message>
        <source>written at</source>
        <translation>escrito el</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>The answer was far too large and was not read to its end.</source>
        <translation>La respuesta era demasiado grande y no se leyó hasta el final.</translation>
    </message>
    <message>
        <source>The answer took too long.</source>
        <translation>La respuesta tardó demasiado.</translation>
    </message>
    <message>
        <source>The answer did not come from the StreamFlow server. Is there a network login page?</source>
        <translation>La respuesta no vino del servidor de StreamFlow. ¿Tiene la red una página de acceso?</translation>
    </message>
    <message>
        <source>The server speaks a newer language than this program.</source>
        <translation>El servidor habla un lenguaje más nuevo que este programa.</translation>
    </message>
    <message>
        <source>The answer is packed in a way that nobody asked for.</source>
        <translation>La respuesta viene comprimida como nadie pidió.</translation>
    </message>
    <message>
        <source>The answer arrived damaged.</source>
        <translation>La respuesta llegó dañada.</translation>
    </message>
    <message>
        <source>The answer was far too large when unpacked.</source>
        <translation>La respuesta descomprimida era demasiado grande.</translation>
    </message>
    <message>
        <source>The server is busy or out of order ({status}).</source>
        <translation>El servidor está ocupado o averiado ({status}).</translation>
    </message>
    <message>
        <source>The answer ({status}) did not come from the StreamFlow server.</source>
        <translation>La respuesta ({status}) no vino del servidor de StreamFlow.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. The files are kept, and sending is tried again in a few minutes.</source>
        <translation>Algo falló dentro del programa. Los archivos se conservan y el envío se reintenta en unos minutos.</translation>
    </message>
    <message>
        <source>A file on this device is damaged and can&apos;t be sent. Attach it again.</source>
        <translation>Un archivo de este dispositivo está dañado y no se puede enviar. Adjúntelo de nuevo.</translation>
    </message>
    <message>
        <source>The server took nothing of what was sent.</source>
        <translation>El servidor no aceptó nada de lo enviado.</translation>
    </message>
    <message>
        <source>The server gave nothing of what was asked for.</source>
        <translation>El servidor no dio nada de lo pedido.</translation>
    </message>
    <message>
        <source>A file arrived damaged. It is fetched again.</source>
        <translation>Un archivo llegó dañado. Se descarga de nuevo.</translation>
    </message>
    <message>
        <source>The server&apos;s database is another one than before.</source>
        <translation>La base de datos del servidor es otra que antes.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your work is saved, and sending is tried again in a few minutes.</source>
        <translation>Algo falló dentro del programa. Su trabajo está guardado y el envío se reintenta en unos minutos.</translation>
    </message>
    <message>
        <source>{url} is not the address of a server.</source>
        <translation>{url} no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>{url} is not encrypted. The address must start with https://.</source>
        <translation>{url} no está cifrada. La dirección debe empezar por https://.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>No se pudo llegar al servidor.</translation>
    </message>
    <message>
        <source>The line was closed.</source>
        <translation>La línea se cerró.</translation>
    </message>
    <message>
        <source>The answer did not come from the StreamFlow server.</source>
        <translation>La respuesta no vino del servidor de StreamFlow.</translation>
    </message>
    <message>
        <source>The server has more of this file than there is of it.</source>
        <translation>El servidor tiene más de este archivo de lo que existe.</translation>
    </message>
    <message>
        <source>The event stream ended.</source>
        <translation>El flujo de eventos terminó.</translation>
    </message>
    <message>
        <source>The event stream did not come from the StreamFlow server.</source>
        <translation>El flujo de eventos no vino del servidor de StreamFlow.</translation>
    </message>
    <message>
        <source>The server&apos;s answer leads nowhere: it names the same place again.</source>
        <translation>La respuesta del servidor no lleva a ninguna parte: nombra el mismo lugar otra vez.</translation>
    </message>
    <message>
        <source>The server keeps failing on this entry. It is kept on this device; try it again later.</source>
        <translation>El servidor falla una y otra vez con esta entrada. Se conserva en este dispositivo; inténtelo más tarde.</translation>
    </message>
    <message>
        <source>This entry is too large for the server. It is kept on this device; make it shorter and send it again.</source>
        <translation>Esta entrada es demasiado grande para el servidor. Se conserva en este dispositivo; acórtela y envíela de nuevo.</translation>
    </message>
    <message>
        <source>The server&apos;s answer does not match what was sent.</source>
        <translation>La respuesta del servidor no encaja con lo enviado.</translation>
    </message>
    <message>
        <source>The time for this exchange is up.</source>
        <translation>Se acabó el tiempo para este intercambio.</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>{who} gave you {what}.</source>
        <translation>{who} le ha asignado {what}.</translation>
    </message>
    <message>
        <source>{who} changed when {what} is planned for.</source>
        <translation>{who} ha cambiado la fecha de {what}.</translation>
    </message>
    <message>
        <source>{who} cancelled {what}.</source>
        <translation>{who} ha cancelado {what}.</translation>
    </message>
    <message>
        <source>{who} wrote something else on {what} than you. Both are kept: decide.</source>
        <translation>{who} escribió en {what} algo distinto que usted. Se conserva todo: decida.</translation>
    </message>
    <message>
        <source>{who} corrected your time. The original stays on record.</source>
        <translation>{who} ha corregido su tiempo. El original queda registrado.</translation>
    </message>
    <message>
        <source>{who} approved your week of {what}.</source>
        <translation>{who} ha aprobado su semana {what}.</translation>
    </message>
    <message>
        <source>{who} returned your week of {what}, with a comment.</source>
        <translation>{who} ha devuelto su semana {what} con un comentario.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>un registro</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>This notification has been deleted. Nothing was changed.</source>
        <translation>Esta notificación se eliminó. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>{name} can&apos;t be written there: {reason}. Choose another place.</source>
        <translation>No se puede escribir {name} ahí: {reason}. Elija otro lugar.</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>This part is not on this device any more.</source>
        <translation>Esta pieza ya no está en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>That passphrase does not open the secrets on this device. Nothing was changed.</source>
        <translation>Esa frase de acceso no abre los secretos de este dispositivo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The file with this device&apos;s secrets is damaged ({file}). Your work is untouched. Move the file away and sign in again.</source>
        <translation>El archivo con los secretos de este dispositivo está dañado ({file}). Su trabajo está intacto. Aparte el archivo e inicie sesión de nuevo.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>somebody else</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>{name} is not in your crew.</source>
        <translation>{name} no está en su equipo.</translation>
    </message>
    <message>
        <source>There are several people called {name}.</source>
        <translation>Hay varias personas llamadas {name}.</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>This picture is too large to be shown: {width} × {height} points.</source>
        <translation>Esta imagen es demasiado grande para mostrarse: {width} × {height} puntos.</translation>
    </message>
    <message>
        <source>This picture is damaged and can&apos;t be read.</source>
        <translation>Esta imagen está dañada y no se puede leer.</translation>
    </message>
    <message>
        <source>{what} Nothing was attached.</source>
        <translation>{what} No se ha adjuntado nada.</translation>
    </message>
</context>
<context>
    <name>pill</name>
    <message>
        <source>Sending {sent} of {total}</source>
        <translation>Enviando {sent} de {total}</translation>
    </message>
    <message>
        <source>Needs attention: {count}</source>
        <translation>Por revisar: {count}</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Servidor ocupado</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Sign in to send</source>
        <translation>Inicie sesión para enviar</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Falta actualizar</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>{count} saved here</source>
        <translation>{count} guardados aquí</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>todo enviado</translation>
    </message>
</context>
<context>
    <name>pin</name>
    <message>
        <source>A PIN has {shortest} to {longest} digits. Nothing was changed.</source>
        <translation>Un PIN tiene de {shortest} a {longest} cifras. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was changed.</source>
        <translation>No coinciden. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Please wait {left}, or sign in with your password.</source>
        <translation>Demasiados intentos fallidos. Espere {left} o inicie sesión con su contraseña.</translation>
    </message>
    <message>
        <source>That is not the PIN. What you were doing is kept.</source>
        <translation>Ese no es el PIN. Lo que hacía se conserva.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 segundo</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} segundos</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutos</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Plan changed</source>
        <translation>Plan cambiado</translation>
    </message>
</context>
<context>
    <name>punching</name>
    <message>
        <source>The time needs a time zone.</source>
        <translation>La hora necesita una zona horaria.</translation>
    </message>
    <message>
        <source>This week is approved. Ask your crew lead or the office to return it, then correct it.</source>
        <translation>Esta semana está aprobada. Pida a su responsable o a la oficina que la devuelva y luego corríjala.</translation>
    </message>
    <message>
        <source>You can only punch for yourself and for your own crew.</source>
        <translation>Solo puede fichar por usted y por su propio equipo.</translation>
    </message>
    <message>
        <source>Please say why; the reason stays with the correction.</source>
        <translation>Diga por qué; el motivo queda con la corrección.</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contactado</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Presupuestado</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganado</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Asignada</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Facturada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Vence hoy</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Vence {day}</translation>
    </message>
    <message>
        <source>Overdue {day}</source>
        <translation>Vencido {day}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>record_words</name>
    <message>
        <source>A date, like {day}.</source>
        <translation>Una fecha, como {day}.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>The data file is not older than what was saved last.</source>
        <translation>El archivo de datos no es más antiguo que lo último guardado.</translation>
    </message>
    <message>
        <source>The data file is sound, so there is nothing to recover.</source>
        <translation>El archivo de datos está bien; no hay nada que recuperar.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be set aside: {reason}. Nothing was changed.</source>
        <translation>No se puede apartar {folder}: {reason}. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>{otherwise} Nothing was changed.</source>
        <translation>{otherwise} No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>Your role may not {what} a {kind}.</source>
        <translation>Su función no permite {what}: {kind}.</translation>
    </message>
    <message>
        <source>You may only remove what you have added yourself.</source>
        <translation>Solo puede quitar lo que ha añadido usted.</translation>
    </message>
    <message>
        <source>This {kind} was not found.</source>
        <translation>No se encontró: {kind}.</translation>
    </message>
    <message>
        <source>This {kind} was deleted. What you entered is kept.</source>
        <translation>Eliminado: {kind}. Lo introducido se conserva.</translation>
    </message>
    <message>
        <source>This {kind} was deleted long ago. What you entered is kept.</source>
        <translation>Eliminado hace mucho: {kind}. Lo introducido se conserva.</translation>
    </message>
    <message>
        <source>This {kind} exists already.</source>
        <translation>Ya existe: {kind}.</translation>
    </message>
    <message>
        <source>The {kind} that this speaks of was not found.</source>
        <translation>No se encontró aquello a lo que se refiere: {kind}.</translation>
    </message>
    <message>
        <source>The lead that this was merged into is not there any more. Nothing was merged.</source>
        <translation>El lead con el que se combinó ya no está. No se ha combinado nada.</translation>
    </message>
    <message>
        <source>This is the same lead.</source>
        <translation>Es el mismo lead.</translation>
    </message>
    <message>
        <source>A lead can&apos;t be merged into itself.</source>
        <translation>Un lead no se puede combinar consigo mismo.</translation>
    </message>
    <message>
        <source>{kind}s are added in your own name.</source>
        <translation>{kind}: solo se añade en nombre propio.</translation>
    </message>
    <message>
        <source>A punch is made in your own name.</source>
        <translation>Se ficha en nombre propio.</translation>
    </message>
    <message>
        <source>Not you.</source>
        <translation>No es usted.</translation>
    </message>
    <message>
        <source>You may not punch for this person.</source>
        <translation>No puede fichar por esta persona.</translation>
    </message>
    <message>
        <source>Only they themselves can say, or take back, where somebody was.</source>
        <translation>Solo quien estuvo allí puede decirlo o retirarlo.</translation>
    </message>
    <message>
        <source>Not in your crew.</source>
        <translation>No está en su equipo.</translation>
    </message>
    <message>
        <source>Somebody has changed this since you saw it, so it was not deleted.</source>
        <translation>Alguien lo cambió después de que usted lo viera, así que no se eliminó.</translation>
    </message>
    <message>
        <source>Somebody else has changed {names} meanwhile. Both are kept.</source>
        <translation>Otra persona ha cambiado entretanto: {names}. Se conservan ambos.</translation>
    </message>
    <message>
        <source>Somebody has decided on this already.</source>
        <translation>Alguien ya ha decidido sobre esto.</translation>
    </message>
    <message>
        <source>Somebody else has made a customer of this lead meanwhile. Nothing was made twice; yours is kept.</source>
        <translation>Otra persona ya ha convertido este lead en cliente. No se ha creado nada dos veces; lo suyo se conserva.</translation>
    </message>
    <message>
        <source>A decision says which value is to stand.</source>
        <translation>Una decisión dice qué valor debe quedar.</translation>
    </message>
    <message>
        <source>A decision for another value comes together with that value.</source>
        <translation>Una decisión por otro valor llega junto con ese valor.</translation>
    </message>
    <message>
        <source>A decision for the value that lost comes together with that value.</source>
        <translation>Una decisión por el valor descartado llega junto con ese valor.</translation>
    </message>
    <message>
        <source>Subject kind does not look right.</source>
        <translation>El tipo de referencia no es correcto.</translation>
    </message>
    <message>
        <source>Does not look right.</source>
        <translation>No parece correcto.</translation>
    </message>
    <message>
        <source>This waits behind another change that was not applied.</source>
        <translation>Esto espera a otro cambio que no se aplicó.</translation>
    </message>
    <message>
        <source>Another part of the same step was refused, so this was not applied either.</source>
        <translation>Otra parte del mismo paso se rechazó, así que esto tampoco se aplicó.</translation>
    </message>
    <message>
        <source>A work order that is {was} can&apos;t become {wanted}.</source>
        <translation>Una orden no puede pasar de «{was}» a «{wanted}».</translation>
    </message>
    <message>
        <source>A week that is {was} can&apos;t become {wanted}.</source>
        <translation>Una semana no puede pasar de «{was}» a «{wanted}».</translation>
    </message>
    <message>
        <source>Only the office can invoice a work order.</source>
        <translation>Solo la oficina puede facturar una orden.</translation>
    </message>
    <message>
        <source>You may only hand in your own week.</source>
        <translation>Solo puede entregar su propia semana.</translation>
    </message>
    <message>
        <source>You may not approve or return this week.</source>
        <translation>No puede aprobar ni devolver esta semana.</translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation>Diga qué hay que cambiar.</translation>
    </message>
    <message>
        <source>This server does not know this kind of record.</source>
        <translation>Este servidor no conoce este tipo de registro.</translation>
    </message>
    <message>
        <source>The server failed on this. It was not applied, and is kept.</source>
        <translation>El servidor falló con esto. No se aplicó y se conserva.</translation>
    </message>
    <message>
        <source>This was refused earlier; the reason was confirmed.</source>
        <translation>Esto ya se rechazó antes; el motivo quedó confirmado.</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>What was to be done</source>
        <translation>Qué había que hacer</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista de comprobación</translation>
    </message>
    <message>
        <source>Parts and materials</source>
        <translation>Piezas y material</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Made on {when} by {who}</source>
        <translation>Hecho el {when} por {who}</translation>
    </message>
    <message>
        <source>Planned for {when}</source>
        <translation>Previsto para {when}</translation>
    </message>
    <message>
        <source>Job report</source>
        <translation>Parte de trabajo</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation>Nadie ha firmado.</translation>
    </message>
    <message>
        <source>The picture is not on this device.</source>
        <translation>La imagen no está en este dispositivo.</translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation>Esta orden ya no está en este dispositivo.</translation>
    </message>
</context>
<context>
    <name>rescue</name>
    <message>
        <source>A passphrase of at least {shortest} characters is needed.</source>
        <translation>Hace falta una frase de al menos {shortest} caracteres.</translation>
    </message>
    <message>
        <source>{path} is there already. Nothing was overwritten; choose another name.</source>
        <translation>{path} ya existe. No se ha sobrescrito nada; elija otro nombre.</translation>
    </message>
    <message>
        <source>That passphrase does not open this file. Nothing was changed.</source>
        <translation>Esa frase no abre este archivo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>{path} is not a rescue file, or it is damaged or missing. Nothing was changed.</source>
        <translation>{path} no es un archivo de rescate, o está dañado o falta. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This file holds the work of another account. Nothing was changed.</source>
        <translation>Este archivo tiene el trabajo de otra cuenta. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>{name} is needed.</source>
        <translation>Falta: {name}.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be changed any more.</source>
        <translation>{name}: ya no se puede cambiar.</translation>
    </message>
    <message>
        <source>Only the office can invoice a work order.</source>
        <translation>Solo la oficina puede facturar una orden.</translation>
    </message>
    <message>
        <source>A work order that is {was} can&apos;t become {wanted}.</source>
        <translation>Una orden no puede pasar de «{was}» a «{wanted}».</translation>
    </message>
    <message>
        <source>{name} is set by the server.</source>
        <translation>{name}: lo fija el servidor.</translation>
    </message>
    <message>
        <source>{name} is not a field of a {kind}.</source>
        <translation>{name} no es un campo de {kind}.</translation>
    </message>
    <message>
        <source>A field</source>
        <translation>Un campo</translation>
    </message>
    <message>
        <source>{name} does not look right.</source>
        <translation>{name}: no parece correcto.</translation>
    </message>
    <message>
        <source>{name} contains a character that can&apos;t be kept.</source>
        <translation>{name}: contiene un carácter que no se puede guardar.</translation>
    </message>
    <message>
        <source>{name} is too long ({count} characters).</source>
        <translation>{name}: demasiado largo ({count} caracteres).</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>On site</source>
        <translation>En el lugar</translation>
    </message>
    <message>
        <source>Undone right away</source>
        <translation>Deshecho enseguida</translation>
    </message>
    <message>
        <source>Asked about {since} to {until}</source>
        <translation>Preguntado por {since} a {until}</translation>
    </message>
    <message>
        <source>Signature of {name}.png</source>
        <translation>Firma de {name}.png</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Handed to you: {count}</source>
        <translation>Asignadas a usted: {count}</translation>
    </message>
    <message>
        <source>To approve: {count}</source>
        <translation>Por aprobar: {count}</translation>
    </message>
    <message>
        <source>Not sent yet: {count}</source>
        <translation>Sin enviar: {count}</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Por revisar: {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Hoja de horas</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>secrets</name>
    <message>
        <source>The sign-in on this device is behind a passphrase. Please give it.</source>
        <translation>La sesión de este dispositivo está tras una frase de acceso. Escríbala.</translation>
    </message>
    <message>
        <source>This computer has no safe place for your sign-in. Choose a passphrase to protect it; you will be asked for it when the program starts.</source>
        <translation>Este equipo no tiene un lugar seguro para su sesión. Elija una frase de acceso que la proteja; se le pedirá al abrir el programa.</translation>
    </message>
    <message>
        <source>The passphrase file {named} can&apos;t be read.</source>
        <translation>No se puede leer el archivo de la frase {named}.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked or did not answer. Unlock it and try again.</source>
        <translation>El llavero del sistema está bloqueado o no respondió. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Orden de trabajo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Hoja de horas</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Clock in</source>
        <translation>Fichar entrada</translation>
    </message>
    <message>
        <source>Clock out</source>
        <translation>Fichar salida</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Volver al trabajo</translation>
    </message>
    <message>
        <source>Switch job</source>
        <translation>Cambiar de orden</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Undo of a punch</source>
        <translation>Fichaje deshecho</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Clocked in</source>
        <translation>Entrada fichada</translation>
    </message>
    <message>
        <source>Clocked out</source>
        <translation>Salida fichada</translation>
    </message>
    <message>
        <source>Break started</source>
        <translation>Pausa empezada</translation>
    </message>
    <message>
        <source>Switched job</source>
        <translation>Orden cambiada</translation>
    </message>
    <message>
        <source>Travelling since</source>
        <translation>En camino desde</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregido</translation>
    </message>
    <message>
        <source>Week handed in</source>
        <translation>Semana entregada</translation>
    </message>
    <message>
        <source>Week approved</source>
        <translation>Semana aprobada</translation>
    </message>
    <message>
        <source>Week returned</source>
        <translation>Semana devuelta</translation>
    </message>
    <message>
        <source>paid rest</source>
        <translation>descanso pagado</translation>
    </message>
    <message>
        <source>unpaid meal</source>
        <translation>comida no pagada</translation>
    </message>
    <message>
        <source>Still running.</source>
        <translation>Sigue en marcha.</translation>
    </message>
    <message>
        <source>The clock-out is missing. Say when it ended.</source>
        <translation>Falta fichar la salida. Diga cuándo terminó.</translation>
    </message>
    <message>
        <source>Overlaps with other time.</source>
        <translation>Se solapa con otro tiempo.</translation>
    </message>
    <message>
        <source>Clocked in twice.</source>
        <translation>Entrada fichada dos veces.</translation>
    </message>
    <message>
        <source>Break started twice.</source>
        <translation>Pausa empezada dos veces.</translation>
    </message>
    <message>
        <source>The clock-in is missing.</source>
        <translation>Falta fichar la entrada.</translation>
    </message>
    <message>
        <source>A clock-out without a clock-in.</source>
        <translation>Una salida sin entrada.</translation>
    </message>
    <message>
        <source>A break ended that had not begun.</source>
        <translation>Terminó una pausa que no había empezado.</translation>
    </message>
    <message>
        <source>A meal break of less than 30 minutes.</source>
        <translation>Una comida de menos de 30 minutos.</translation>
    </message>
    <message>
        <source>Longer than a shift usually is.</source>
        <translation>Más largo que un turno habitual.</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>Corregido.</translation>
    </message>
    <message>
        <source>Lies in the future.</source>
        <translation>Está en el futuro.</translation>
    </message>
    <message>
        <source>The clock of the device was off.</source>
        <translation>El reloj del dispositivo iba mal.</translation>
    </message>
    <message>
        <source>Changed after the week was approved.</source>
        <translation>Cambiado después de aprobar la semana.</translation>
    </message>
    <message>
        <source>{what} {at:%H:%M:%S} – saved on this device</source>
        <translation>{what} {at:%H:%M:%S} – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Added {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation>Añadido de {start:%H:%M} a {end:%H:%M} – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Break from {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation>Pausa de {start:%H:%M} a {end:%H:%M} – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Left out {start:%H:%M} to {end:%H:%M} – saved on this device</source>
        <translation>De {start:%H:%M} a {end:%H:%M} sin contar – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Removed {time} – saved on this device</source>
        <translation>Quitado {time} – se ha guardado en este dispositivo</translation>
    </message>
    <message>
        <source>Choice between two values</source>
        <translation>Elección entre dos valores</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Nota quitada</translation>
    </message>
    <message>
        <source>Notification read</source>
        <translation>Notificación leída</translation>
    </message>
    <message>
        <source>Notification removed</source>
        <translation>Notificación eliminada</translation>
    </message>
    <message>
        <source>Location of a punch</source>
        <translation>Ubicación de un fichaje</translation>
    </message>
    <message>
        <source>Location taken back</source>
        <translation>Ubicación retirada</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 registro</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} registros</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>number when sent</source>
        <translation>número al enviar</translation>
    </message>
    <message>
        <source>Somebody else has changed {subject} meanwhile. Yours is kept: send it again, or discard it.</source>
        <translation>Otra persona ha cambiado {subject} entretanto. Lo suyo se conserva: envíelo de nuevo o descártelo.</translation>
    </message>
    <message>
        <source>{subject} was deleted by somebody else. Your change is kept.</source>
        <translation>{subject}: otra persona lo eliminó. Su cambio se conserva.</translation>
    </message>
    <message>
        <source>{subject} is no longer yours, or is not there any more. Your change is kept.</source>
        <translation>{subject} ya no es suyo o ya no está. Su cambio se conserva.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Your change is kept.</source>
        <translation>No tiene permiso para esto. Su cambio se conserva.</translation>
    </message>
    <message>
        <source>{subject} has moved on, so this step no longer fits. Your change is kept.</source>
        <translation>{subject} ha avanzado y este paso ya no encaja. Su cambio se conserva.</translation>
    </message>
    <message>
        <source>It belongs together with another change that was refused. Both are kept.</source>
        <translation>Va junto con otro cambio que se rechazó. Ambos se conservan.</translation>
    </message>
    <message>
        <source>The server found a mistake in it. Your entry is kept.</source>
        <translation>El servidor encontró un error. Lo introducido se conserva.</translation>
    </message>
    <message>
        <source>The server could not take it. Your entry is kept.</source>
        <translation>El servidor no pudo aceptarlo. Lo introducido se conserva.</translation>
    </message>
    <message>
        <source>New {kind}</source>
        <translation>Nuevo: {kind}</translation>
    </message>
    <message>
        <source>{kind} removed</source>
        <translation>Quitado: {kind}</translation>
    </message>
    <message>
        <source>{kind} restored</source>
        <translation>Restaurado: {kind}</translation>
    </message>
    <message>
        <source>Merged into another lead</source>
        <translation>Combinado con otro lead</translation>
    </message>
    <message>
        <source>Stage → {stage}</source>
        <translation>Etapa → {stage}</translation>
    </message>
    <message>
        <source>Status → {status}</source>
        <translation>Estado → {status}</translation>
    </message>
    <message>
        <source>Checklist answer</source>
        <translation>Respuesta de la lista</translation>
    </message>
    <message>
        <source>{count} checklist answers</source>
        <translation>{count} respuestas de la lista</translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation>Cambios: {fields}</translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation>{count} campos</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
    </message>
</context>
<context>
    <name>set_aside</name>
    <message>
        <source>This is entered by your administrator, not on a device.</source>
        <translation>Esto lo introduce su administrador, no un dispositivo.</translation>
    </message>
    <message>
        <source>This is not missing any more.</source>
        <translation>Esto ya no falta.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>This is set by your organisation.</source>
        <translation>Esto lo fija su organización.</translation>
    </message>
    <message>
        <source>{name} does not look right.</source>
        <translation>{name}: no parece correcto.</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Start travel</source>
        <translation>Salir en camino</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Poner en espera…</translation>
    </message>
    <message>
        <source>Complete…</source>
        <translation>Completar…</translation>
    </message>
    <message>
        <source>Mark as invoiced</source>
        <translation>Marcar como facturada</translation>
    </message>
    <message>
        <source>Cancel the work order…</source>
        <translation>Cancelar la orden…</translation>
    </message>
    <message>
        <source>Back to {status}</source>
        <translation>Volver a «{status}»</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Later changes build on this one. Undo those first.</source>
        <translation>Hay cambios posteriores sobre este. Deshaga antes esos.</translation>
    </message>
    <message>
        <source>This has been dealt with already.</source>
        <translation>Esto ya está resuelto.</translation>
    </message>
    <message>
        <source>The disk failed while saving, and the data file can&apos;t be read to see whether it was saved. Everything saved before is kept. Restart the program and look before entering it again.</source>
        <translation>El disco falló al guardar y no se puede leer el archivo de datos para ver si se guardó. Todo lo anterior se conserva. Reinicie el programa y mire antes de introducirlo otra vez.</translation>
    </message>
    <message>
        <source>StreamFlow Field is already open for this account. Use the window that is open.</source>
        <translation>StreamFlow Field ya está abierto para esta cuenta. Use la ventana abierta.</translation>
    </message>
    <message>
        <source>This data was last used by a newer version of StreamFlow Field. Nothing was changed. Install that version (or a later one) to open it.</source>
        <translation>Estos datos se usaron por última vez con una versión más nueva de StreamFlow Field. No se ha cambiado nada. Instale esa versión o una posterior para abrirlos.</translation>
    </message>
    <message>
        <source>The data file was written by a trial version of StreamFlow Field that arranged it in another way, so this version can&apos;t read it. Nothing was changed. Send what is unsent with the version that wrote it, or start this account afresh.</source>
        <translation>El archivo de datos lo escribió una versión de prueba de StreamFlow Field que lo organizaba de otra manera, y esta versión no puede leerlo. No se ha cambiado nada. Envíe lo pendiente con la versión que lo escribió o empiece esta cuenta de cero.</translation>
    </message>
    <message>
        <source>The data file of this account is empty or missing, although work was saved in it before. Nothing was overwritten. Restore a copy of the file, or start this account afresh.</source>
        <translation>El archivo de datos de esta cuenta está vacío o falta, aunque se guardó trabajo en él. No se ha sobrescrito nada. Restaure una copia o empiece esta cuenta de cero.</translation>
    </message>
    <message>
        <source>The data file in this account&apos;s folder belongs to another account or computer. Nothing was overwritten. Put the right file back, or start this account afresh.</source>
        <translation>El archivo de datos de la carpeta de esta cuenta es de otra cuenta o equipo. No se ha sobrescrito nada. Ponga el archivo correcto o empiece esta cuenta de cero.</translation>
    </message>
    <message>
        <source>The data file is older than what was last saved here: the newest entries are missing from it. Nothing was overwritten. Put the newer file back, or go on with this older one.</source>
        <translation>El archivo de datos es más antiguo que lo último guardado aquí: le faltan las entradas más recientes. No se ha sobrescrito nada. Ponga el más nuevo o siga con este.</translation>
    </message>
    <message>
        <source>This is not a rescue file that this program can read.</source>
        <translation>Esto no es un archivo de rescate que este programa pueda leer.</translation>
    </message>
    <message>
        <source>This device was locked out by your organisation. What was not sent is kept, and can&apos;t be changed until you sign in again. To take it along: streamflow rescue.</source>
        <translation>Su organización ha bloqueado este dispositivo. Lo no enviado se conserva y no se puede cambiar hasta que inicie sesión de nuevo. Para llevárselo: streamflow rescue.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved. Everything saved before is kept. Free some space and save again.</source>
        <translation>El disco está lleno y esto no se guardó. Todo lo anterior se conserva. Libere espacio y guarde de nuevo.</translation>
    </message>
    <message>
        <source>The data file can&apos;t be written, so this was not saved. What it holds is kept. Check the folder&apos;s permissions.</source>
        <translation>No se puede escribir el archivo de datos y esto no se guardó. Lo que contiene se conserva. Compruebe los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>The disk reported an error, so this was not saved. Everything saved before is kept. Check the disk.</source>
        <translation>El disco dio un error y esto no se guardó. Todo lo anterior se conserva. Compruebe el disco.</translation>
    </message>
    <message>
        <source>Another program is using the data file, so this was not saved. Close it and try again.</source>
        <translation>Otro programa usa el archivo de datos y esto no se guardó. Ciérrelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The data file is damaged. It was left as it is. Restore the newest copy, or ask for help before changing it.</source>
        <translation>El archivo de datos está dañado. Se dejó como está. Restaure la copia más reciente o pida ayuda antes de cambiarlo.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>See them</source>
        <translation>Verlos</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>You are offline since {time}.</source>
        <translation>Sin conexión desde las {time}.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Sin conexión.</translation>
    </message>
    <message>
        <source>Everything you saved is with the server.</source>
        <translation>Todo lo guardado está en el servidor.</translation>
    </message>
    <message>
        <source>Fetching your organisation and its people.</source>
        <translation>Descargando su organización y sus personas.</translation>
    </message>
    <message>
        <source>Fetching what is still missing.</source>
        <translation>Descargando lo que aún falta.</translation>
    </message>
    <message>
        <source>Fetching your open work: {done} of {total} record.</source>
        <translation>Descargando sus órdenes abiertas: {done} de {total} registro.</translation>
    </message>
    <message>
        <source>Fetching your open work: {done} of {total} records.</source>
        <translation>Descargando sus órdenes abiertas: {done} de {total} registros.</translation>
    </message>
    <message>
        <source>Your open work is here. Fetching everything else: {done} of about {total} record.</source>
        <translation>Sus órdenes abiertas ya están aquí. Descargando lo demás: {done} de aproximadamente {total} registro.</translation>
    </message>
    <message>
        <source>Your open work is here. Fetching everything else: {done} of about {total} records.</source>
        <translation>Sus órdenes abiertas ya están aquí. Descargando lo demás: {done} de unos {total} registros.</translation>
    </message>
    <message>
        <source>You can work meanwhile.</source>
        <translation>Puede trabajar mientras tanto.</translation>
    </message>
    <message>
        <source>You can already clock in.</source>
        <translation>Ya puede fichar la entrada.</translation>
    </message>
    <message>
        <source>Not everything is here yet</source>
        <translation>Todavía no está todo aquí</translation>
    </message>
    <message>
        <source>What is missing arrives by itself.</source>
        <translation>Lo que falta llega por sí solo.</translation>
    </message>
    <message>
        <source>What is missing arrives as soon as this device speaks with the server again.</source>
        <translation>Lo que falta llega en cuanto este dispositivo vuelva a hablar con el servidor.</translation>
    </message>
    <message>
        <source>1 record is saved on this device</source>
        <translation>1 registro está guardado en este dispositivo</translation>
    </message>
    <message>
        <source>{count} records are saved on this device</source>
        <translation>{count} registros están guardados en este dispositivo</translation>
    </message>
    <message>
        <source>and will be sent by itself.</source>
        <translation>y se enviará solo.</translation>
    </message>
    <message>
        <source>and will be sent by themselves.</source>
        <translation>y se enviarán solos.</translation>
    </message>
    <message>
        <source>A copy of one change is in {name}. It is still here and will be sent.</source>
        <translation>Hay una copia de un cambio en {name}. Sigue aquí y se enviará.</translation>
    </message>
    <message>
        <source>A copy of {count} changes is in {name}. They are still here and will be sent.</source>
        <translation>Hay una copia de {count} cambios en {name}. Siguen aquí y se enviarán.</translation>
    </message>
</context>
<context>
    <name>sync_desk</name>
    <message>
        <source>This is with the server already, or on its way. Nothing was changed; change it there instead.</source>
        <translation>Esto ya está en el servidor o en camino. No se ha cambiado nada; cámbielo allí.</translation>
    </message>
    <message>
        <source>This could not be compared with the server just now. {sentence}</source>
        <translation>Ahora no se pudo comparar con el servidor. {sentence}</translation>
    </message>
    <message>
        <source>{what}: undone, and kept in the trash for 30 days.</source>
        <translation>{what}: deshecho, y queda 30 días en la papelera.</translation>
    </message>
    <message>
        <source>{what}: undone with all that belongs to it, and kept in the trash for 30 days.</source>
        <translation>{what}: deshecho con todo lo que lo acompaña, y queda 30 días en la papelera.</translation>
    </message>
    <message>
        <source>{records} on this device, but not on the restored server: see Set aside in Needs attention.</source>
        <translation>{records} en este dispositivo, pero no en el servidor restaurado: vea «Apartados» en «Por revisar».</translation>
    </message>
</context>
<context>
    <name>tabular</name>
    <message>
        <source>The file is too large for one import (100 MB is the most).</source>
        <translation>El archivo es demasiado grande para una importación (100 MB como máximo).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read as a table from line {line} on: {trouble}.</source>
        <translation>No se puede leer el archivo como tabla desde la línea {line}: {trouble}.</translation>
    </message>
</context>
<context>
    <name>time_clock</name>
    <message>
        <source>The end has to come after the start.</source>
        <translation>El fin tiene que ser posterior al inicio.</translation>
    </message>
    <message>
        <source>This has not happened yet. Clock in when it begins.</source>
        <translation>Esto aún no ha ocurrido. Fiche la entrada cuando empiece.</translation>
    </message>
    <message>
        <source>This is longer than a shift may be. Is it the right day?</source>
        <translation>Es más largo de lo que puede ser un turno. ¿Es el día correcto?</translation>
    </message>
    <message>
        <source>There is other time between start and end already. Correct that entry instead.</source>
        <translation>Ya hay otro tiempo entre inicio y fin. Corrija esa entrada.</translation>
    </message>
    <message>
        <source>Nothing is running that could end.</source>
        <translation>No hay nada en marcha que pueda terminar.</translation>
    </message>
    <message>
        <source>It has been running since {since:%H:%M}; the end has to come after that.</source>
        <translation>Corre desde las {since:%H:%M}; el fin tiene que ser posterior.</translation>
    </message>
    <message>
        <source>This has not happened yet. Clock out when it does.</source>
        <translation>Esto aún no ha ocurrido. Fiche la salida cuando ocurra.</translation>
    </message>
    <message>
        <source>This is one part of a shift. Remove its breaks and job switches first, or correct its times.</source>
        <translation>Es una parte de un turno. Quite primero sus pausas y cambios de orden, o corrija sus horas.</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>not sent yet</source>
        <translation>aún sin enviar</translation>
    </message>
    <message>
        <source>Add missed time…</source>
        <translation>Añadir tiempo olvidado…</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>break</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>viaje</translation>
    </message>
    <message>
        <source>Nothing recorded, {start} to {end}</source>
        <translation>Nada registrado, de {start} a {end}</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>de {start} a {end}</translation>
    </message>
</context>
<context>
    <name>timesheet</name>
    <message>
        <source>1 week to approve</source>
        <translation>1 semana por aprobar</translation>
    </message>
    <message>
        <source>{count} weeks to approve</source>
        <translation>{count} semanas por aprobar</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Sin orden</translation>
    </message>
    <message>
        <source>No time in this week</source>
        <translation>No hay tiempo en esta semana</translation>
    </message>
    <message>
        <source>By job</source>
        <translation>Por orden</translation>
    </message>
    <message>
        <source>Made on {when} by {who}</source>
        <translation>Hecho el {when} por {who}</translation>
    </message>
    <message>
        <source>{status} by {name}, {when}</source>
        <translation>{status} por {name}, {when}</translation>
    </message>
    <message>
        <source>Timesheet</source>
        <translation>Hoja de horas</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>running</source>
        <translation>sigue</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>Trabajado</translation>
    </message>
    <message>
        <source>Of that overtime</source>
        <translation>De ello, horas extra</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Aprobado por</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>travel {time}</source>
        <translation>viaje {time}</translation>
    </message>
    <message>
        <source>break {time}</source>
        <translation>pausa {time}</translation>
    </message>
    <message>
        <source>Overtime {time}</source>
        <translation>Horas extra {time}</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Paid rest</source>
        <translation>Descanso pagado</translation>
    </message>
    <message>
        <source>Unpaid meal</source>
        <translation>Comida no pagada</translation>
    </message>
</context>
<context>
    <name>timesheets</name>
    <message>
        <source>A week that is {was} can&apos;t become {wanted}.</source>
        <translation>Una semana no puede pasar de «{was}» a «{wanted}».</translation>
    </message>
    <message>
        <source>You may only hand in your own week.</source>
        <translation>Solo puede entregar su propia semana.</translation>
    </message>
    <message>
        <source>You may not approve or return this week.</source>
        <translation>No puede aprobar ni devolver esta semana.</translation>
    </message>
    <message>
        <source>Please say what is to be changed.</source>
        <translation>Diga qué hay que cambiar.</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Something went wrong in this program. What was saved before is safe. The log says what happened.</source>
        <translation>Algo falló en este programa. Lo guardado antes está a salvo. El registro dice qué pasó.</translation>
    </message>
</context>
<context>
    <name>typed_start</name>
    <message>
        <source>A time, like 9:30.</source>
        <translation>Una hora, como 9:30.</translation>
    </message>
    <message>
        <source>Say on which day, too.</source>
        <translation>Indique también el día.</translation>
    </message>
</context>
<context>
    <name>undoing</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>unsaved</name>
    <message>
        <source>New lead</source>
        <translation>Nuevo lead</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Nueva orden</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Note: {record}</source>
        <translation>Nota: {record}</translation>
    </message>
    <message>
        <source>Changes to {record}</source>
        <translation>Cambios en {record}</translation>
    </message>
    <message>
        <source>Part: {record}</source>
        <translation>Pieza: {record}</translation>
    </message>
    <message>
        <source>Checklist: {record}</source>
        <translation>Lista de comprobación: {record}</translation>
    </message>
    <message>
        <source>Answer: {record}</source>
        <translation>Respuesta: {record}</translation>
    </message>
    <message>
        <source>Reason: {record}</source>
        <translation>Motivo: {record}</translation>
    </message>
    <message>
        <source>Signature: {record}</source>
        <translation>Firma: {record}</translation>
    </message>
    <message>
        <source>Work order for {record}</source>
        <translation>Orden de trabajo para {record}</translation>
    </message>
    <message>
        <source>Site: {record}</source>
        <translation>Ubicación: {record}</translation>
    </message>
    <message>
        <source>Contact: {record}</source>
        <translation>Contacto: {record}</translation>
    </message>
    <message>
        <source>Quick lead</source>
        <translation>Lead rápido</translation>
    </message>
    <message>
        <source>Missed time</source>
        <translation>Tiempo sin fichar</translation>
    </message>
    <message>
        <source>Week to return</source>
        <translation>Semana por devolver</translation>
    </message>
    <message>
        <source>Something refused, being mended</source>
        <translation>Un cambio rechazado, en corrección</translation>
    </message>
    <message>
        <source>A choice between two values</source>
        <translation>Elección entre dos valores</translation>
    </message>
    <message>
        <source>Correction of {day}</source>
        <translation>Corrección: {day}</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>Checklist</source>
        <translation>Lista de comprobación</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>No hecho</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
</context>
<context>
    <name>week</name>
    <message>
        <source>Handed in</source>
        <translation>Entregada</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devuelta</translation>
    </message>
    <message>
        <source>Not handed in</source>
        <translation>Sin entregar</translation>
    </message>
    <message>
        <source>Hand it in when it is complete.</source>
        <translation>Entréguela cuando esté completa.</translation>
    </message>
    <message>
        <source>{name} has not handed it in yet.</source>
        <translation>{name} aún no la ha entregado.</translation>
    </message>
    <message>
        <source>{name} waits for your decision.</source>
        <translation>{name} espera su decisión.</translation>
    </message>
    <message>
        <source>{name} waits for your decision; handed in {when}.</source>
        <translation>{name} espera su decisión; entregada {when}.</translation>
    </message>
    <message>
        <source>It waits for your crew lead or the office.</source>
        <translation>Espera a su responsable o a la oficina.</translation>
    </message>
    <message>
        <source>It waits.</source>
        <translation>Está en espera.</translation>
    </message>
    <message>
        <source>Its times are not corrected any more unless it is returned.</source>
        <translation>Sus tiempos ya no se corrigen si no se devuelve.</translation>
    </message>
    <message>
        <source>By {name}, {when}. Its times are not corrected any more unless it is returned.</source>
        <translation>Por {name}, {when}. Sus tiempos ya no se corrigen si no se devuelve.</translation>
    </message>
    <message>
        <source>To change: {comment}</source>
        <translation>Por cambiar: {comment}</translation>
    </message>
    <message>
        <source>{name} asks: {comment}</source>
        <translation>{name} pide: {comment}</translation>
    </message>
    <message>
        <source>Changed since it was approved: {before} then, {now} now.</source>
        <translation>Cambiada desde que se aprobó: entonces {before}, ahora {now}.</translation>
    </message>
    <message>
        <source>Changed since it was handed in: {before} then, {now} now.</source>
        <translation>Cambiada desde que se entregó: entonces {before}, ahora {now}.</translation>
    </message>
    <message>
        <source>1 entry to check</source>
        <translation>1 entrada por comprobar</translation>
    </message>
    <message>
        <source>{count} entries to check</source>
        <translation>{count} entradas por comprobar</translation>
    </message>
</context>
<context>
    <name>weeks</name>
    <message>
        <source>This person is not in your crew.</source>
        <translation>Esta persona no está en su equipo.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
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
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>work_orders</name>
    <message>
        <source>There are several work orders like {text}.</source>
        <translation>Hay varias órdenes como {text}.</translation>
    </message>
    <message>
        <source>There is no work order {text} here.</source>
        <translation>No hay ninguna orden {text} aquí.</translation>
    </message>
    <message>
        <source>This is not on the checklist any more.</source>
        <translation>Esto ya no está en la lista de comprobación.</translation>
    </message>
    <message>
        <source>This work order has no time of day yet.</source>
        <translation>Esta orden aún no tiene hora.</translation>
    </message>
    <message>
        <source>This work order is not on this device any more.</source>
        <translation>Esta orden ya no está en este dispositivo.</translation>
    </message>
</context>
</TS>
