<?php
// Validate the calendar on standard input with sabre/vobject, and expand its events: messages, counts and days.
require_once 'Sabre/VObject/includes.php';

use Sabre\VObject\Reader;
use Sabre\VObject\RecurrenceIterator;

[$program, $first, $last] = $argv;
$calendar = Reader::read(stream_get_contents(STDIN));
$messages = [];
foreach ($calendar->validate() as $problem) {
    $messages[] = $problem['message'];
}
$from = new DateTime($first, new DateTimeZone('UTC'));
$until = new DateTime($last . ' 23:59:59', new DateTimeZone('UTC'));
$days = [];
foreach ($calendar->select('VEVENT') as $event) {
    $uid = (string) $event->UID;
    $days[$uid] = [];
    if (!isset($event->RRULE)) {
        $days[$uid][] = $event->DTSTART->getDateTime()->format('Y-m-d');
        continue;
    }
    $series = new RecurrenceIterator($calendar, $uid);
    while ($series->valid() && $series->getDTStart() <= $until) {
        if ($series->getDTStart() >= $from) {
            $days[$uid][] = $series->getDTStart()->format('Y-m-d');
        }
        $series->next();
    }
}
$todos = [];
foreach ($calendar->select('VTODO') as $todo) {
    $todos[] = (string) $todo->UID;
}
echo json_encode(['messages' => $messages, 'events' => $days, 'todos' => $todos]);
