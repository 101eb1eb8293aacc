/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-form-running-parse"

#include "config.h"

#include "ty-form-json.h"

#include <string.h>

#define MOST_LINES 100
#define MOST_CHARACTERS 200
#define MOST_BLOCKS 200
#define MOST_EMS 50

/* A hair less than what would fill the line, so that the last character surely stands in it. */
#define HAIR 0.02

static void
block_free (gpointer data)
{
  TyFormBlock *block = data;

  g_clear_pointer (&block->text, ty_form_text_free);
  g_free (block);
}

void
ty_form_running_free (TyFormRunning *running)
{
  g_ptr_array_unref (running->blocks);
  g_free (running);
}

/* The grid says how far lines are apart, and characters of the body. */
static void
set_grid (TyFormRunning *running,
          TyFormText    *text,
          gboolean       tracked)
{
  text->line = running->height / running->lines * TY_FORM_POINTS;
  if (tracked)
    text->tracking = running->width / running->characters * TY_FORM_POINTS - text->size - HAIR;
}

static gboolean
read_block (TyFormRunning  *running,
            JsonObject     *styles,
            JsonNode       *node,
            const char     *where,
            GError        **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_form_text_free);
  JsonObject *object = ty_form_json_get_object (node, where, error);
  TyFormBlock *block;
  gboolean tracked = TRUE;

  if (object == NULL || !ty_form_text_parse (styles, node, where, texts, error))
    return FALSE;
  block = g_new0 (TyFormBlock, 1);
  g_ptr_array_add (running->blocks, block);
  block->text = g_ptr_array_steal_index (texts, 0);
  if (block->text->label == NULL)
    return ty_form_json_fail (where, "label", error);
  if (!ty_form_json_read_switch (object, "each", where, &block->each, error)
      || !ty_form_json_read_switch (object, "grid", where, &tracked, error)
      || !ty_form_json_read_number (object, "indent", where, MOST_EMS, &block->text->indent, error)
      || !ty_form_json_read_number (object, "end", where, MOST_EMS, &block->end, error)
      || !ty_form_json_read_count (object, "before", where, MOST_LINES, &block->before, error))
    return FALSE;

  block->text->least = block->text->size;
  set_grid (running, block->text, tracked);
  return TRUE;
}

/* What goes on from page to page. */
gboolean
ty_form_running_parse (TyFormPage  *page,
                       JsonObject  *styles,
                       JsonObject  *root,
                       const char  *where,
                       GError     **error)
{
  g_autoptr(TyFormRunning) running = NULL;
  g_autofree char *inner = g_strconcat (where, ".running", NULL);
  JsonNode *node = json_object_get_member (root, "running");
  JsonObject *object = node != NULL ? ty_form_json_get_object (node, inner, error) : NULL;
  JsonArray *blocks;

  if (node == NULL)
    return TRUE;
  if (object == NULL)
    return FALSE;
  running = g_new0 (TyFormRunning, 1);
  running->blocks = g_ptr_array_new_with_free_func (block_free);
  if (!ty_form_json_read_pair (object, "at", inner, &running->x, &running->y, error)
      || !ty_form_json_read_pair (object, "area", inner, &running->width, &running->height, error)
      || !ty_form_json_read_count (object, "lines", inner, MOST_LINES, &running->lines, error)
      || !ty_form_json_read_count (object, "characters", inner, MOST_CHARACTERS, &running->characters, error)
      || !ty_form_json_read_array (object, "blocks", inner, &blocks, error))
    return FALSE;
  if (running->lines == 0 || running->characters == 0)
    return ty_form_json_fail (inner, running->lines == 0 ? "lines" : "characters", error);
  if (blocks == NULL || json_array_get_length (blocks) > MOST_BLOCKS)
    return ty_form_json_fail (inner, "blocks", error);
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.blocks[%u]", inner, i);

      if (!read_block (running, styles, json_array_get_element (blocks, i), place, error))
        return FALSE;
    }
  page->running = g_steal_pointer (&running);
  return TRUE;
}
