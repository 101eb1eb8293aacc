/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void    ty_recent_add_file      (const char *path);
void    ty_recent_remove_file   (const char *path);
GStrv   ty_recent_list_files    (void) G_GNUC_WARN_UNUSED_RESULT;

void    ty_recent_add_person    (const char *path,
                                 gint64      person);
GArray *ty_recent_list_people   (const char *path) G_GNUC_WARN_UNUSED_RESULT;

void    ty_recent_add_page      (const char *page_name);
GStrv   ty_recent_list_pages    (void) G_GNUC_WARN_UNUSED_RESULT;

void    ty_recent_count_command (const char *action);
GStrv   ty_recent_list_commands (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
