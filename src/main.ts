import { runService } from './run-service';

runService({
  announce: ({ url }) =>
    `记分服务已启动，接口文档见 ${url}/docs · jifen listens on ${url}, documentation at ${url}/docs`,
});
