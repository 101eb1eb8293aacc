/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-mandates-card"

#include "config.h"

#include "ty-person-mandates-card.h"

#include "ty-format.h"
#include "ty-mandate.h"
#include "ty-person-sections.h"
#include "ty-row-grid.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 6

/* Whether the posts do not say it already: each has the filing of its newest term. */
static gboolean
has_other_filing (TyPersonFile *file)
{
  for (guint i = 0; i < file->mandates->len; i++)
    {
      gpointer mandate = g_ptr_array_index (file->mandates, i);
      const char *number = ty_record_get_text (mandate, TY_MANDATE_FILING_NUMBER);
      const TyPost *post = ty_person_file_find_post (file, ty_record_get_integer (mandate,
                                                                                  TY_MANDATE_APPOINTMENT));

      if (number != NULL && (post == NULL || g_strcmp0 (post->filing, number) != 0))
        return TRUE;
    }
  return FALSE;
}

/* Where somebody came from, and as what that counts. */
static char *
dup_source (gpointer mandate)
{
  g_autofree char *label = ty_format_code ("source", ty_record_get_text (mandate, TY_MANDATE_SOURCE));
  const char *text = ty_record_get_text (mandate, TY_MANDATE_SOURCE_TEXT);
  const char *source = *label != '\0' || text == NULL ? label : text;
  g_autofree char *batch = ty_format_code ("batch", ty_record_get_text (mandate, TY_MANDATE_BATCH));

  return g_strjoin (*source != '\0' && *batch != '\0' ? "　" : "", source, batch, NULL);
}

/* A column that no row would fill is left out. */
static gboolean
has_any (TyPersonFile *file,
         guint         field)
{
  for (guint i = 0; i < file->mandates->len; i++)
    {
      gpointer mandate = g_ptr_array_index (file->mandates, i);

      if (field == TY_MANDATE_VOTES ? ty_record_get_integer (mandate, field) != 0
                                    : ty_date_is_known (ty_record_get_date (mandate, field)))
        return TRUE;
    }
  return FALSE;
}

/* No text stands for a column that is left out. */
static void
add_row (TyRowGrid         *grid,
         gboolean           heading,
         const char * const texts[N_COLUMNS])
{
  const char *shown[N_COLUMNS + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (texts[i] != NULL)
      shown[n++] = texts[i];
  ty_row_grid_add (grid, heading, shown);
}

/**
 * ty_person_mandates_build:
 * @file: a person’s file
 *
 * Returns: (transfer floating): what is said of each post in a term; of a post that has nothing yet, that it has
 *   not
 */
GtkWidget *
ty_person_mandates_build (TyPersonFile *file)
{
  gboolean filing = has_other_filing (file);
  gboolean votes = has_any (file, TY_MANDATE_VOTES);
  gboolean elected = has_any (file, TY_MANDATE_DATE) || file->n_mandates < file->mandates->len;
  const char *headings[N_COLUMNS] = { _("Term"), _("Post"), elected ? C_("mandate", "Elected") : NULL,
                                      votes ? _("Votes") : NULL, _("Source"), filing ? _("Filing number") : NULL };
  GtkWidget *grid = ty_row_grid_new ();

  if (votes)
    ty_row_grid_set_numeric (TY_ROW_GRID (grid), elected ? 3 : 2);
  add_row (TY_ROW_GRID (grid), TRUE, headings);
  for (guint i = 0; i < file->mandates->len; i++)
    {
      gpointer mandate = g_ptr_array_index (file->mandates, i);
      const TyPost *post = ty_person_file_find_post (file, ty_record_get_integer (mandate,
                                                                                  TY_MANDATE_APPOINTMENT));
      gint64 n = ty_record_get_integer (mandate, TY_MANDATE_VOTES);
      g_autofree char *term = g_strdup_printf ("%d", ty_person_file_get_term (file, mandate));
      g_autofree char *date = ty_format_month (ty_record_get_date (mandate, TY_MANDATE_DATE));
      g_autofree char *source = dup_source (mandate);
      g_autofree char *number = n != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : g_strdup ("");
      const char *filed = ty_record_get_text (mandate, TY_MANDATE_FILING_NUMBER);
      gboolean entered = i < file->n_mandates;
      const char *texts[N_COLUMNS] = { term, post != NULL ? post->post_label : "",
                                       !elected ? NULL : entered ? date : _("not entered"), votes ? number : NULL,
                                       source, !filing ? NULL : filed != NULL ? filed : "" };

      add_row (TY_ROW_GRID (grid), FALSE, texts);
      if (!entered)
        ty_row_grid_dim_last (TY_ROW_GRID (grid));
      ty_row_grid_add_button (TY_ROW_GRID (grid), ty_person_section_get_edit_label (TY_PERSON_SECTION_MANDATES),
                              "person.edit-row", g_variant_new ("(uu)", (guint) TY_PERSON_SECTION_MANDATES, i));
    }
  return grid;
}
