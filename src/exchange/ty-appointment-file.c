/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-appointment-file"

#include "config.h"

#include "ty-appointment-file.h"

#include "ty-lrm.h"
#include "ty-lrmx-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ty-appointment-file-error-quark, ty_appointment_file_error)

/* The official names, whose spelling must be kept: a school ends in YuanXiaoXi (field.md 4.2). */
static const char *const elements[TY_APPOINTMENT_N_FIELDS] = {
  [TY_APPOINTMENT_FIELD_NAME] = "XingMing",
  [TY_APPOINTMENT_FIELD_SEX] = "XingBie",
  [TY_APPOINTMENT_FIELD_BIRTH] = "ChuShengNianYue",
  [TY_APPOINTMENT_FIELD_ETHNICITY] = "MinZu",
  [TY_APPOINTMENT_FIELD_NATIVE_PLACE] = "JiGuan",
  [TY_APPOINTMENT_FIELD_BIRTH_PLACE] = "ChuShengDi",
  [TY_APPOINTMENT_FIELD_PARTY] = "RuDangShiJian",
  [TY_APPOINTMENT_FIELD_WORK_DATE] = "CanJiaGongZuoShiJian",
  [TY_APPOINTMENT_FIELD_LIMIT_DATE] = "DaoLingNianYue",
  [TY_APPOINTMENT_FIELD_HEALTH] = "JianKangZhuangKuang",
  [TY_APPOINTMENT_FIELD_PROFESSIONAL_TITLE] = "ZhuanYeJiShuZhiWu",
  [TY_APPOINTMENT_FIELD_SKILL] = "ShuXiZhuanYeYouHeZhuanChang",
  [TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL] = "QuanRiZhiJiaoYu_XueLi",
  [TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE] = "QuanRiZhiJiaoYu_XueWei",
  [TY_APPOINTMENT_FIELD_FULL_TIME_LEVEL_SCHOOL] = "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
  [TY_APPOINTMENT_FIELD_FULL_TIME_DEGREE_SCHOOL] = "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
  [TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL] = "ZaiZhiJiaoYu_XueLi",
  [TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE] = "ZaiZhiJiaoYu_XueWei",
  [TY_APPOINTMENT_FIELD_IN_SERVICE_LEVEL_SCHOOL] = "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
  [TY_APPOINTMENT_FIELD_IN_SERVICE_DEGREE_SCHOOL] = "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
  [TY_APPOINTMENT_FIELD_PRESENT_POST] = "XianRenZhiWu",
  [TY_APPOINTMENT_FIELD_PROPOSED_POST] = "NiRenZhiWu",
  [TY_APPOINTMENT_FIELD_DISMISSED_POST] = "NiMianZhiWu",
  [TY_APPOINTMENT_FIELD_RESUME] = "JianLi",
  [TY_APPOINTMENT_FIELD_HONOURS] = "JiangChengQingKuang",
  [TY_APPOINTMENT_FIELD_ANNUAL_RESULTS] = "NianDuKaoHeJieGuo",
  [TY_APPOINTMENT_FIELD_REASON] = "RenMianLiYou",
  [TY_APPOINTMENT_FIELD_REPORTING_UNIT] = "ChengBaoDanWei",
  [TY_APPOINTMENT_FIELD_AGE_LIMIT] = "GaiGeQianRenZhiNianLingJieXian",
  [TY_APPOINTMENT_FIELD_AGE_DATE] = "JiSuanNianLingShiJian",
  [TY_APPOINTMENT_FIELD_FORM_DATE] = "TianBiaoShiJian",
  [TY_APPOINTMENT_FIELD_FILLED_BY] = "TianBiaoRen",
  [TY_APPOINTMENT_FIELD_ID_NUMBER] = "ShenFenZheng",
  [TY_APPOINTMENT_FIELD_VERSION] = "Version",
};

static void
relative_free (gpointer data)
{
  TyAppointmentRelative *relative = data;

  g_free (relative->relation);
  g_free (relative->name);
  g_free (relative->birth);
  g_free (relative->political);
  g_free (relative->occupation);
  g_free (relative);
}

/**
 * ty_appointment_file_new:
 *
 * Returns: (transfer full): a form in which nothing is filled in
 */
TyAppointmentFile *
ty_appointment_file_new (void)
{
  TyAppointmentFile *self = g_new0 (TyAppointmentFile, 1);

  self->family = g_ptr_array_new_with_free_func (relative_free);
  self->extras = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ty_appointment_file_free (TyAppointmentFile *self)
{
  for (guint i = 0; i < TY_APPOINTMENT_N_FIELDS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->family, g_ptr_array_unref);
  g_clear_pointer (&self->extras, g_ptr_array_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

static gboolean
check_size (GFile   *file,
            GError **error)
{
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_FORMAT,
                           _("This is not an appointment file. Choose a file that ends in .lrmx or "
                             ".lrm."));
      return FALSE;
    }
  if (g_file_info_get_size (info) <= TY_APPOINTMENT_FILE_BYTES)
    return TRUE;

  g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_TOO_LARGE,
                       _("The file is larger than 8 MB, which no appointment file is. Make the photo "
                         "smaller in the editor and save it again."));
  return FALSE;
}

/**
 * ty_appointment_file_load:
 * @path: an .lrmx, or an .lrm with or without its .pic beside it
 * @error: a `TY_APPOINTMENT_FILE_ERROR`
 *
 * Reads a file of the official editor. What it is shows in its first characters, not in its name.
 *
 * Returns: (transfer full) (nullable): what it says
 */
TyAppointmentFile *
ty_appointment_file_load (const char  *path,
                          GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (check_size (file, &failure))
    bytes = g_file_load_bytes (file, NULL, NULL, &failure);
  if (bytes == NULL)
    {
      if (failure->domain == TY_APPOINTMENT_FILE_ERROR)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_IO,
                     _("The file cannot be read: %s"), failure->message);
      return NULL;
    }

  return ty_lrm_is (bytes) ? ty_lrm_read (bytes, path, error) : ty_lrmx_read (bytes, error);
}

/**
 * ty_appointment_file_get:
 * @self: a form
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): what stands there
 */
const char *
ty_appointment_file_get (TyAppointmentFile  *self,
                         TyAppointmentFileField  field)
{
  return self->texts[field];
}

/**
 * ty_appointment_file_take:
 * @self: a form
 * @field: one of its fields
 * @text: (transfer full) (nullable): what shall stand there; blank is nothing
 */
void
ty_appointment_file_take (TyAppointmentFile  *self,
                          TyAppointmentFileField  field,
                          char               *text)
{
  g_free (self->texts[field]);
  self->texts[field] = text;
}

/**
 * ty_appointment_file_set:
 * @self: a form
 * @field: one of its fields
 * @text: (nullable): what shall stand there
 */
void
ty_appointment_file_set (TyAppointmentFile  *self,
                         TyAppointmentFileField  field,
                         const char         *text)
{
  ty_appointment_file_take (self, field, g_strdup (text));
}

/**
 * ty_appointment_file_add_relative:
 * @self: a form
 * @relation: (nullable): the relation
 * @name: (nullable): the name
 * @birth: (nullable): the birth
 * @political: (nullable): the political status
 * @occupation: (nullable): unit and post
 *
 * Adds a row of the family.
 */
void
ty_appointment_file_add_relative (TyAppointmentFile *self,
                                  const char        *relation,
                                  const char        *name,
                                  const char        *birth,
                                  const char        *political,
                                  const char        *occupation)
{
  TyAppointmentRelative *relative = g_new0 (TyAppointmentRelative, 1);

  relative->relation = g_strdup (relation);
  relative->name = g_strdup (name);
  relative->birth = g_strdup (birth);
  relative->political = g_strdup (political);
  relative->occupation = g_strdup (occupation);
  g_ptr_array_add (self->family, relative);
}

/**
 * ty_appointment_file_check_photo:
 * @photo: bytes that are said to be a photo
 * @error: %TY_APPOINTMENT_FILE_ERROR_PHOTO or %TY_APPOINTMENT_FILE_ERROR_TOO_LARGE
 *
 * Returns: whether they begin like a JPEG or a PNG and are of a size that is kept
 */
gboolean
ty_appointment_file_check_photo (GBytes  *photo,
                                 GError **error)
{
  static const guint8 jpeg[] = { 0xFF, 0xD8, 0xFF };
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  gsize size;
  const guint8 *bytes = g_bytes_get_data (photo, &size);

  if (size > TY_APPOINTMENT_PHOTO_BYTES)
    {
      g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_TOO_LARGE,
                           _("The photo is larger than 5 MB. Make it smaller in the editor."));
      return FALSE;
    }
  if ((size > 64 && memcmp (bytes, jpeg, sizeof jpeg) == 0)
      || (size > 64 && memcmp (bytes, png, sizeof png) == 0))
    return TRUE;

  g_set_error_literal (error, TY_APPOINTMENT_FILE_ERROR, TY_APPOINTMENT_FILE_ERROR_PHOTO,
                       _("The photo in the file is neither a JPEG nor a PNG. Put it in again in the "
                         "editor, or take it out."));
  return FALSE;
}

/**
 * ty_appointment_field_get_element:
 * @field: a field
 *
 * Returns: (transfer none): the name of its element in an .lrmx
 */
const char *
ty_appointment_field_get_element (TyAppointmentFileField field)
{
  return elements[field];
}

/**
 * ty_appointment_field_find:
 * @element: the name of an element
 *
 * Returns: its field, or -1
 */
int
ty_appointment_field_find (const char *element)
{
  for (guint i = 0; i < TY_APPOINTMENT_N_FIELDS; i++)
    if (g_strcmp0 (elements[i], element) == 0)
      return (int) i;

  return -1;
}

/**
 * ty_appointment_field_is_of_2025:
 * @field: a field
 *
 * Returns: whether only the form of 2025 has it, so that older editors may refuse a file with it
 */
gboolean
ty_appointment_field_is_of_2025 (TyAppointmentFileField field)
{
  return field == TY_APPOINTMENT_FIELD_LIMIT_DATE || field == TY_APPOINTMENT_FIELD_AGE_LIMIT;
}
