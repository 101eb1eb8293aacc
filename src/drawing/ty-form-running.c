/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-running"

#include "config.h"

#include "ty-form-private.h"

/* Paragraphs of a text that goes on from page to page: each line stands on a line of the grid. */

static void
run_free (gpointer data)
{
  TyFormRun *run = data;

  ty_form_fitted_clear (&run->fitted);
  g_free (run);
}

GPtrArray *
ty_form_runs_new (void)
{
  return g_ptr_array_new_with_free_func (run_free);
}

static guint
add_run (TyForm            *self,
         TyFormPage        *page,
         const TyFormBlock *block,
         TyFormValues      *values,
         guint              line)
{
  g_autofree char *text = ty_form_dup_label (self, values, block->text->label, 0);
  double width = page->running->width * TY_FORM_POINTS - block->end * block->text->size;
  TyFormRun *run = g_new0 (TyFormRun, 1);

  run->block = block;
  run->line = line + block->before;
  ty_form_writer_fit (self->writer, block->text, text, MAX (width, block->text->size), TY_FORM_ENDLESS, &run->fitted);
  g_ptr_array_add (self->runs, run);
  return run->line + (guint) run->fitted.n_lines;
}

/* Lays out what runs over the pages; says how many lines it has. */
guint
ty_form_runs_add (TyForm     *self,
                  TyFormPage *page)
{
  guint line = 0;

  for (guint i = 0; i < page->running->blocks->len; i++)
    {
      const TyFormBlock *block = g_ptr_array_index (page->running->blocks, i);

      if (!block->each)
        {
          line = add_run (self, page, block, self->values, line);
          continue;
        }
      for (guint row = 0; row < ty_form_get_n_rows (self, page); row++)
        line = add_run (self, page, block, ty_form_values_get_row (self->values, page->list, row), line);
    }
  return line;
}
