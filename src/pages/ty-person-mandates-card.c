/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-person-mandates-card"

#include "config.h"

#include "ty-person-mandates-card.h"

#include "ty-format.h"
#include "ty-mandate.h"
#include "ty-person-sections.h"
#include "ty-row-grid.h"

#include <glib/gi18n-lib.h>

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
  const char *headings[] = { _("Term"), _("Post"), C_("mandate", "Elected"), _("Votes"), _("Source"), NULL, NULL };
  gboolean filing = has_other_filing (file);
  GtkWidget *grid = ty_row_grid_new ();

  if (filing)
    headings[5] = _("Filing number");
  ty_row_grid_add (TY_ROW_GRID (grid), TRUE, headings);
  for (guint i = 0; i < file->mandates->len; i++)
    {
      gpointer mandate = g_ptr_array_index (file->mandates, i);
      const TyPost *post = ty_person_file_find_post (file, ty_record_get_integer (mandate,
                                                                                  TY_MANDATE_APPOINTMENT));
      gint64 n = ty_record_get_integer (mandate, TY_MANDATE_VOTES);
      g_autofree char *term = g_strdup_printf ("%d", ty_person_file_get_term (file, mandate));
      g_autofree char *date = ty_format_month (ty_record_get_date (mandate, TY_MANDATE_DATE));
      g_autofree char *source = dup_source (mandate);
      g_autofree char *votes = n != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : g_strdup ("");
      const char *number = ty_record_get_text (mandate, TY_MANDATE_FILING_NUMBER);
      const char *texts[] = { term, post != NULL ? post->post_label : "", date, votes, source,
                              NULL, NULL };

      if (filing)
        texts[5] = number != NULL ? number : "";
      if (i >= file->n_mandates)
        texts[2] = _("not entered");
      ty_row_grid_add (TY_ROW_GRID (grid), FALSE, texts);
      if (i >= file->n_mandates)
        ty_row_grid_dim_last (TY_ROW_GRID (grid));
      ty_row_grid_add_button (TY_ROW_GRID (grid), ty_person_section_get_edit_label (TY_PERSON_SECTION_MANDATES),
                              "person.edit-row", g_variant_new ("(uu)", (guint) TY_PERSON_SECTION_MANDATES, i));
    }
  return grid;
}
