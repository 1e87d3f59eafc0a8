export const access = {
  refusals: {
    SIGNED_OUT: '登录已失效，请重新登录；本页填写的内容仍然保留',
    FORBIDDEN: '您没有进行此项操作的权限。如需办理，请联系本单位的账号管理员',
    NOT_FOUND: '没有找到这项内容，可能已被移走，或者您无权查看',
    FOREIGN_ORIGIN: '请求不是从本门户发出的，请从本站页面重新操作',
    BUSY: '同一时刻有其他人在办理，请再提交一次',
    UNEXPECTED: '系统出了问题，填写的内容仍在本页。请稍后再试；如仍不成功，请联系管理员',
    INVALID: '有内容需要修改，请按提示更正后再提交',
    ALREADY_EXISTS: '同样的内容已经存在，请核对后再试',
    CONFLICT: '在您编辑期间，其他人已经修改了同一内容。请核对最新内容后再保存',
    TOO_MANY_REQUESTS: '操作过于频繁，请稍后再试',
  },
}
