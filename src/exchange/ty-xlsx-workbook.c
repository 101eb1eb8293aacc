/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-xlsx-workbook"

#include "config.h"

#include "ty-xlsx-workbook.h"

#include "ty-xlsx-error.h"
#include "ty-xml-part.h"
#include "ty-zip-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PART_MAX_BYTES (G_GUINT64_CONSTANT (16) << 20)

/**
 * TyXlsxWorkbook:
 *
 * What the workbook part and its relationships say: the sheets in the order of their tabs, and
 * where the shared strings and the styles are. Targets are names of members and nothing else.
 */
struct _TyXlsxWorkbook
{
  char *part;             /* (owned) */
  char *strings_part;     /* (owned) (nullable) */
  char *styles_part;      /* (owned) (nullable) */
  GHashTable *targets;    /* (owned) (element-type utf8 utf8): worksheet parts by relation */
  GPtrArray *sheets;      /* (owned) (element-type Sheet) */
  gboolean since_1904;
};

typedef struct
{
  char *name;   /* (owned) */
  char *part;   /* (owned) */
  gboolean shown;
} Sheet;

typedef struct
{
  char *id;      /* (owned) (nullable) */
  char *type;    /* (owned) (nullable) */
  char *target;  /* (owned) (nullable) */
} Relation;

typedef void (*RelationFunc) (TyXlsxWorkbook *self, Relation *relation);

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

/* The name of a member: @target as seen from the folder of @source. */
static char *
resolve_target (const char *source,
                const char *target)
{
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *joined = NULL;
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  g_auto(GStrv) pieces = NULL;

  if (*target == '/' || *target == '\\')
    joined = g_strdup (target);
  else
    joined = g_strconcat (folder, "/", target, NULL);
  g_strdelimit (joined, "\\", '/');

  pieces = g_strsplit (joined, "/", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] == '\0' || strcmp (pieces[i], ".") == 0)
        continue;
      if (strcmp (pieces[i], "..") != 0)
        g_ptr_array_add (kept, pieces[i]);
      else if (kept->len > 0)
        g_ptr_array_set_size (kept, (int) kept->len - 1);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
visit_relation (TyXlsxWorkbook *self,
                TyXmlPart      *part,
                const char     *source,
                RelationFunc    func)
{
  g_autofree char *mode = ty_xml_part_dup_attribute (part, "TargetMode");
  g_autofree char *written = ty_xml_part_dup_attribute (part, "Target");
  g_autofree char *type = ty_xml_part_dup_attribute (part, "Type");
  g_autofree char *id = ty_xml_part_dup_attribute (part, "Id");
  g_autofree char *target = NULL;
  Relation relation;

  if (written == NULL || type == NULL || id == NULL || g_strcmp0 (mode, "External") == 0)
    return;

  target = resolve_target (source, written);
  relation = (Relation){ id, type, target };
  func (self, &relation);
}

static gboolean
read_relations (TyXlsxWorkbook  *self,
                TyZipFile       *zip,
                const char      *source,
                RelationFunc     func,
                GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *base = g_path_get_basename (source);
  g_autofree char *name = NULL;
  g_autoptr(TyXmlPart) part = NULL;

  if (*source == '\0')
    name = g_strdup ("_rels/.rels");
  else
    name = g_strdup_printf ("%s/_rels/%s.rels", folder, base);

  part = ty_xml_part_open (zip, g_str_has_prefix (name, "./") ? name + 2 : name, PART_MAX_BYTES,
                           NULL, error);
  if (part == NULL)
    return FALSE;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (part, error);

      if (step == TY_XML_ERROR || step == TY_XML_DONE)
        return step == TY_XML_DONE;
      if (step == TY_XML_START && ty_xml_part_is (part, "Relationship"))
        visit_relation (self, part, source, func);
    }
}

static void
take_root_relation (TyXlsxWorkbook *self,
                    Relation       *relation)
{
  if (self->part == NULL && g_str_has_suffix (relation->type, "/officeDocument"))
    self->part = g_strdup (relation->target);
}

static void
take_workbook_relation (TyXlsxWorkbook *self,
                        Relation       *relation)
{
  if (g_str_has_suffix (relation->type, "/worksheet"))
    g_hash_table_insert (self->targets, g_strdup (relation->id), g_strdup (relation->target));
  else if (self->strings_part == NULL && g_str_has_suffix (relation->type, "/sharedStrings"))
    self->strings_part = g_strdup (relation->target);
  else if (self->styles_part == NULL && g_str_has_suffix (relation->type, "/styles"))
    self->styles_part = g_strdup (relation->target);
}

static gboolean
fail_no_workbook (GError **error)
{
  ty_xlsx_error_set (error, TY_XLSX_ERROR_NOT_XLSX,
                     _("There is no .xlsx workbook in this file. Choose a workbook that was saved "
                       "from WPS or Excel as .xlsx."));
  return FALSE;
}

/* A chart sheet has no cells and is not listed. */
static gboolean
add_sheet (TyXlsxWorkbook  *self,
           TyXmlPart       *part,
           GError         **error)
{
  g_autofree char *name = ty_xml_part_dup_attribute (part, "name");
  g_autofree char *id = ty_xml_part_dup_attribute (part, "id");
  g_autofree char *state = ty_xml_part_dup_attribute (part, "state");
  const char *target = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
  Sheet *sheet;

  if (target == NULL)
    return TRUE;
  if (self->sheets->len >= TY_XLSX_MAX_SHEETS)
    {
      ty_xlsx_error_unpacks (error);
      return FALSE;
    }

  sheet = g_new0 (Sheet, 1);
  sheet->name = name != NULL ? g_steal_pointer (&name) : g_strdup ("");
  sheet->part = g_strdup (target);
  sheet->shown = state == NULL || strcmp (state, "visible") == 0;
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

static void
read_properties (TyXlsxWorkbook *self,
                 TyXmlPart      *part)
{
  g_autofree char *date1904 = ty_xml_part_dup_attribute (part, "date1904");

  self->since_1904 = date1904 != NULL
                     && (strcmp (date1904, "1") == 0 || strcmp (date1904, "true") == 0);
}

static gboolean
read_workbook (TyXlsxWorkbook  *self,
               TyZipFile       *zip,
               GError         **error)
{
  g_autoptr(TyXmlPart) part = NULL;

  part = ty_xml_part_open (zip, self->part, PART_MAX_BYTES, NULL, error);
  if (part == NULL)
    return FALSE;

  while (TRUE)
    {
      TyXmlStep step = ty_xml_part_next (part, error);
      guint depth = ty_xml_part_get_depth (part);

      if (step == TY_XML_ERROR || step == TY_XML_DONE)
        return step == TY_XML_DONE;
      if (step != TY_XML_START)
        continue;

      if (depth == 0 && !ty_xml_part_is (part, "workbook"))
        return fail_no_workbook (error);
      if (depth == 1 && ty_xml_part_is (part, "workbookPr"))
        read_properties (self, part);
      else if (depth == 2 && ty_xml_part_is (part, "sheet") && !add_sheet (self, part, error))
        return FALSE;
    }
}

/* A document of another program has its own main part, a binary workbook one that is no XML. */
static gboolean
find_workbook (TyXlsxWorkbook  *self,
               TyZipFile       *zip,
               GError         **error)
{
  if (!ty_zip_file_has_part (zip, "_rels/.rels"))
    return fail_no_workbook (error);
  if (!read_relations (self, zip, "", take_root_relation, error))
    return FALSE;
  if (self->part == NULL || !ty_zip_file_has_part (zip, self->part)
      || g_str_has_suffix (self->part, ".bin") || g_str_has_prefix (self->part, "word/")
      || g_str_has_prefix (self->part, "ppt/"))
    return fail_no_workbook (error);

  return TRUE;
}

/**
 * ty_xlsx_workbook_load:
 * @zip: a zip
 * @error: %TY_XLSX_ERROR_NOT_XLSX where it holds no workbook, %TY_XLSX_ERROR_EMPTY where that has
 *   no worksheet, or another `TY_XLSX_ERROR`
 *
 * Returns: (transfer full) (nullable): the workbook
 */
TyXlsxWorkbook *
ty_xlsx_workbook_load (TyZipFile  *zip,
                       GError    **error)
{
  g_autoptr(TyXlsxWorkbook) self = g_new0 (TyXlsxWorkbook, 1);

  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (!find_workbook (self, zip, error)
      || !read_relations (self, zip, self->part, take_workbook_relation, error)
      || !read_workbook (self, zip, error))
    return NULL;

  if (self->sheets->len == 0)
    {
      ty_xlsx_error_set (error, TY_XLSX_ERROR_EMPTY,
                         _("The workbook has no sheet with cells. Choose another workbook."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ty_xlsx_workbook_free (TyXlsxWorkbook *self)
{
  g_free (self->part);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/**
 * ty_xlsx_workbook_get_n_sheets:
 * @self: a workbook
 *
 * Returns: how many worksheets it has
 */
guint
ty_xlsx_workbook_get_n_sheets (TyXlsxWorkbook *self)
{
  return self->sheets->len;
}

static Sheet *
sheet_at (TyXlsxWorkbook *self,
          guint           sheet)
{
  g_assert (sheet < self->sheets->len);

  return g_ptr_array_index (self->sheets, sheet);
}

/**
 * ty_xlsx_workbook_get_sheet_name:
 * @self: a workbook
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: (transfer none): the text on its tab
 */
const char *
ty_xlsx_workbook_get_sheet_name (TyXlsxWorkbook *self,
                                 guint           sheet)
{
  return sheet_at (self, sheet)->name;
}

/**
 * ty_xlsx_workbook_get_sheet_part:
 * @self: a workbook
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: (transfer none): the member of the zip that holds it
 */
const char *
ty_xlsx_workbook_get_sheet_part (TyXlsxWorkbook *self,
                                 guint           sheet)
{
  return sheet_at (self, sheet)->part;
}

/**
 * ty_xlsx_workbook_get_sheet_shown:
 * @self: a workbook
 * @sheet: the number of a worksheet, from 0
 *
 * Returns: whether its tab is shown
 */
gboolean
ty_xlsx_workbook_get_sheet_shown (TyXlsxWorkbook *self,
                                  guint           sheet)
{
  return sheet_at (self, sheet)->shown;
}

/**
 * ty_xlsx_workbook_get_strings_part:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): the member that holds the shared strings
 */
const char *
ty_xlsx_workbook_get_strings_part (TyXlsxWorkbook *self)
{
  return self->strings_part;
}

/**
 * ty_xlsx_workbook_get_styles_part:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): the member that holds the styles
 */
const char *
ty_xlsx_workbook_get_styles_part (TyXlsxWorkbook *self)
{
  return self->styles_part;
}

/**
 * ty_xlsx_workbook_get_since_1904:
 * @self: a workbook
 *
 * Returns: whether its dates count from 1904
 */
gboolean
ty_xlsx_workbook_get_since_1904 (TyXlsxWorkbook *self)
{
  return self->since_1904;
}
