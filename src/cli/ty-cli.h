/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-date.h"
#include "ty-store.h"

G_BEGIN_DECLS

/**
 * TyCliCommand:
 * @name: the word on the command line
 * @arguments: what follows it, for the help
 * @summary: what it does, marked for translation
 * @run: does it; returns the exit status
 *
 * A command of touyan-cli.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (int       argc,
              char    **argv,
              GError  **error);
} TyCliCommand;

#define TY_CLI_OK 0
#define TY_CLI_FAILED 1
#define TY_CLI_USAGE 2

#define TY_CLI_ERROR (ty_cli_error_quark ())

GQuark      ty_cli_error_quark   (void);

/* ty-cli-common.c */
gboolean    ty_cli_parse         (const char          *name,
                                  const char          *arguments,
                                  const GOptionEntry  *entries,
                                  int                  n_least,
                                  int                  n_most,
                                  int                 *argc,
                                  char              ***argv,
                                  GError             **error);
gboolean    ty_cli_parse_more    (const char          *name,
                                  const char          *arguments,
                                  const GOptionEntry  *entries,
                                  const GOptionEntry  *more,
                                  int                  n_least,
                                  int                  n_most,
                                  int                 *argc,
                                  char              ***argv,
                                  GError             **error);
gboolean    ty_cli_parse_date    (const char          *option,
                                  const char          *text,
                                  TyDate              *date,
                                  GError             **error);
const char *ty_cli_get_user      (const char          *user);
gboolean    ty_cli_finish        (TyStore             *store,
                                  GError             **error);
void        ty_cli_print_json    (const char          *first_key,
                                  ...) G_GNUC_NULL_TERMINATED;

/* ty-cli-file.c */
int         ty_cli_create        (int argc, char **argv, GError **error);
int         ty_cli_sample        (int argc, char **argv, GError **error);
int         ty_cli_check         (int argc, char **argv, GError **error);
int         ty_cli_backup        (int argc, char **argv, GError **error);
int         ty_cli_restore       (int argc, char **argv, GError **error);

/* ty-cli-data.c */
int         ty_cli_import        (int argc, char **argv, GError **error);
int         ty_cli_edit          (int argc, char **argv, GError **error);

/* ty-cli-events.c */
gboolean    ty_cli_print_events  (TyDatabase *database, gboolean as_json, GError **error);

/* ty-cli-forms.c */
int         ty_cli_import_forms  (int argc, char **argv, GError **error);
int         ty_cli_export_forms  (int argc, char **argv, GError **error);

/* ty-cli-import.c */
gboolean    ty_cli_import_is_planned (int argc, char **argv);
int         ty_cli_import_plan   (int argc, char **argv, GError **error);

/* ty-cli-photos.c */
int         ty_cli_photos        (int argc, char **argv, GError **error);

/* ty-cli-export.c */
int         ty_cli_export        (int argc, char **argv, GError **error);

/* ty-cli-paper.c */
int         ty_cli_export_board  (int argc, char **argv, GError **error);
int         ty_cli_export_paper  (int argc, char **argv, GError **error);

/* ty-cli-collect.c */
int         ty_cli_collect       (int argc, char **argv, GError **error);

/* ty-cli-json.c */
gboolean    ty_cli_export_json      (const char  *path,
                                     const char  *to,
                                     gboolean     overwrite,
                                     const char  *user,
                                     GError     **error);
gboolean    ty_cli_create_from_json (const char  *path,
                                     const char  *from,
                                     const char  *user,
                                     GError     **error);

/* ty-cli-figures.c */
int         ty_cli_figures       (int argc, char **argv, GError **error);

/* ty-cli-dashboard.c */
int         ty_cli_dashboard      (int argc, char **argv, GError **error);

/* ty-cli-filters.c */
int         ty_cli_filters       (int argc, char **argv, GError **error);

/* ty-cli-fields.c */
int         ty_cli_fields        (int argc, char **argv, GError **error);

/* ty-cli-list.c */
int         ty_cli_list          (int argc, char **argv, GError **error);

/* ty-cli-lists.c */
int         ty_cli_lists         (int argc, char **argv, GError **error);

/* ty-cli-merge.c */
int         ty_cli_merge         (int argc, char **argv, GError **error);

/* ty-cli-pair.c */
int         ty_cli_pair          (int argc, char **argv, GError **error);

/* ty-cli-history.c */
int         ty_cli_history       (int argc, char **argv, GError **error);
int         ty_cli_undo          (int argc, char **argv, GError **error);
int         ty_cli_redo          (int argc, char **argv, GError **error);

G_END_DECLS
